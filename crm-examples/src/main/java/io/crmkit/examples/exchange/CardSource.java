package io.crmkit.examples.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Text that knows whether it stopped within a card, and refuses to deliver a card without end. */
final class CardSource extends FilterReader {

    /** The greatest number of characters a card may have; a photograph takes most of them. */
    static final int LONGEST = 5_000_000;

    private static final int SHOWN = "BEGIN:VCARD".length() + 1;

    private final StringBuilder line = new StringBuilder();
    private int length;
    private boolean open;

    CardSource(Reader text) {
        super(text);
    }

    /** Whether a card has begun and not ended. */
    boolean isWithinCard() {
        endLine();
        return open;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int read = super.read(buffer, offset, most);
        for (int i = 0; i < read; i++) {
            take(buffer[offset + i]);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            take((char) read);
        }
        return read;
    }

    private void take(char next) throws IOException {
        if (++length > LONGEST) {
            throw new IOException("must be at most " + LONGEST + " characters");
        }
        if (next == '\n' || next == '\r') {
            endLine();
        } else if (line.length() < SHOWN) {
            line.append(next);
        }
    }

    private void endLine() {
        String first = line.toString().strip().toUpperCase(Locale.ROOT);
        if (first.equals("BEGIN:VCARD")) {
            open = true;
        } else if (first.equals("END:VCARD")) {
            open = false;
            length = 0;
        }
        line.setLength(0);
    }
}

package io.crmkit.examples.exchange;

import java.util.PrimitiveIterator;

/**
 * Lines as RFC 6350 (section 3.2) and RFC 5545 (section 3.1) fold them: at 75 octets of UTF-8, never within a character.
 * The libraries count characters instead, of which one may be four octets.
 */
final class ContentLines {

    private static final int WIDEST = 75;

    private ContentLines() {}

    /** Folds lines that are not. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
        int octets = 0;
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        while (characters.hasNext()) {
            int character = characters.nextInt();
            boolean breaks = character == '\r' || character == '\n';
            int width = breaks ? 0 : octets(character);
            if (octets + width > WIDEST) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = breaks ? 0 : octets + width;
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        } else if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}

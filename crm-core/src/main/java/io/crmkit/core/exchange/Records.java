package io.crmkit.core.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * After a syntax error the parser cannot go on, so a new one is begun on the line that follows the one where the broken
 * record started. A quote that is never closed thus costs its own row and not the rest of the file. Each new parser
 * skips the lines before, so their number is limited.
 */
/** The rows of a file, one after the other; blank lines are passed over. */
final class Records implements Closeable {

    /** The greatest number of characters in one cell. */
    static final int LONGEST_CELL = 1 << 20;

    /** The greatest number of characters in one row. */
    static final int LONGEST_ROW = 1 << 22;

    private static final int RECOVERIES = 100;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final CsvSource source;
    private CsvReader<CsvRecord> reader;
    private Iterator<CsvRecord> rows;
    private long before;
    private long last;
    private int recoveries;
    private @Nullable String cutShort;

    Records(CsvSource source) throws IOException {
        this.source = source;
        this.reader = reader(source, source.text());
        this.rows = reader.iterator();
    }

    /**
     * One row.
     *
     * @param line the line it starts on
     * @param cells its cells, empty where it is broken
     * @param broken the rule of CSV it breaks, or null
     */
    record Line(long line, List<String> cells, @Nullable String broken) {}

    /** Returns the next row, or null at the end. */
    @Nullable
    Line next() throws IOException {
        try {
            while (cutShort == null && rows.hasNext()) {
                CsvRecord row = rows.next();
                last = before + row.getStartingLineNumber();
                List<String> cells = row.getFields();
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Line(last, cells, null);
                }
            }
            return null;
        } catch (CsvParseException e) {
            return broken(e);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Says why reading stopped before the end of the file, or null where it did not. */
    @Nullable
    String cutShort() {
        return cutShort;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static CsvReader<CsvRecord> reader(CsvSource source, Reader text) {
        CsvRecordHandler limits = CsvRecordHandler.of(
                builder -> builder.maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_ROW));
        return CsvReader.builder()
                .fieldSeparator(source.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(limits, text);
    }

    private Line broken(CsvParseException failure) throws IOException {
        String message = String.valueOf(failure.getMessage());
        Matcher line = LINE.matcher(message);
        last = line.find() ? before + Long.parseLong(line.group(1)) : last + 1;
        if (++recoveries > RECOVERIES) {
            cutShort = "over " + RECOVERIES + " rows are not CSV, the last one read on line " + last;
        } else {
            restart();
        }
        return new Line(last, List.of(), rule(message));
    }

    private void restart() throws IOException {
        reader.close();
        BufferedReader text = new BufferedReader(source.text());
        skipLines(text, last);
        before = last;
        reader = reader(source, text);
        rows = reader.iterator();
    }

    /* The parser's own skipLines keeps a line in memory while it skips it. */
    private static void skipLines(BufferedReader text, long lines) throws IOException {
        long skipped = 0;
        int c = 0;
        while (skipped < lines && c >= 0) {
            c = text.read();
            if (c == '\n') {
                skipped++;
            } else if (c == '\r') {
                skipped++;
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
            }
        }
    }

    private static String rule(String message) {
        if (message.startsWith("Unclosed")) {
            return "opens a quote that is never closed";
        }
        if (message.startsWith("Unexpected character after")) {
            return "has text between a closing quote and the next separator; a quote within a cell must be doubled";
        }
        return "must have at most %,d characters in a cell and %,d in a row; is a quote left open?"
                .formatted(LONGEST_CELL, LONGEST_ROW);
    }
}

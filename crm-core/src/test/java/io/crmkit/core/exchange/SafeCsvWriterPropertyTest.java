package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written for spreadsheets is data, and comes back as it was. */
class SafeCsvWriterPropertyTest {

    private static List<String> writtenAndRead(List<String> cells) throws IOException {
        Path file = Files.createTempFile("crmkit", ".csv");
        try {
            try (SafeCsvWriter writer = SafeCsvWriter.to(file)) {
                writer.row(cells);
            }
            try (var reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(file)) {
                return reader.iterator().next().getFields();
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void cellsComeBackButForTheApostropheBeforeAFormula(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 0x2FF) Integer> points,
            @ForAll boolean doubled)
            throws IOException {
        String cell = points.stream().map(Character::toString).reduce("", String::concat);
        List<String> cells = doubled ? List.of("x", cell) : List.of(cell, "x");
        String back = writtenAndRead(cells).get(doubled ? 1 : 0);
        assertTrue(back.equals(cell) || back.equals("'" + cell), () -> "'" + cell + "' came back as '" + back + "'");
    }

    @Example
    void formulasAreNeverWrittenRaw() throws IOException {
        for (String risky :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\"=1", "'=1", "\u00a0-2")) {
            assertEquals(List.of("'" + risky), writtenAndRead(List.of(risky)));
        }
        for (String plain : List.of("", "a=b", "1-2", "me@example.com", "'tis", "  x")) {
            assertFalse(SafeCsvWriter.safe(plain).length() > plain.length());
        }
    }

    @Example
    void refusedRowsAreWrittenWithHeadings() throws IOException {
        Path file = Files.createTempFile("crmkit", ".csv");
        try (SafeCsvWriter writer = SafeCsvWriter.toRefusals(file)) {
            writer.refusal(new RowProblem("a.csv", 7, "amount", "=cmd", "must be an amount"));
        }
        assertEquals(
                List.of("file,line,column,value,rule", "a.csv,7,amount,'=cmd,must be an amount"),
                Files.readAllLines(file));
        Files.delete(file);
    }
}

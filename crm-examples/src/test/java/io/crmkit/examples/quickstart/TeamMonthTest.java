package io.crmkit.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamMonthTest {

    @TempDir
    Path folder;

    private void write(long seed) throws IOException {
        new TeamMonth(YearMonth.of(2026, 3), ZoneId.of("Europe/Rome"), seed).write(folder);
    }

    private List<String> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream().skip(1).toList();
    }

    /** The team table of the article. */
    @Test
    void hasTheTotalsOfTheArticle() throws IOException {
        write(534);
        Map<String, Long> held = rows("activities.csv").stream()
                .filter(row -> row.endsWith(",held"))
                .collect(Collectors.groupingBy(row -> row.split(",")[1], Collectors.counting()));
        assertEquals(Map.of("call", 534L, "meeting", 267L, "quote", 67L, "contract", 17L), held);
        assertEquals(20, rows("sellers.csv").size());
        assertEquals(
                17,
                rows("opportunities.csv").stream()
                        .filter(row -> row.contains(",Won,"))
                        .count());
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() throws IOException {
        write(1);
        List<String> first = rows("activities.csv");
        write(1);
        assertEquals(first, rows("activities.csv"));
        write(2);
        assertNotEquals(first, rows("activities.csv"));
    }
}

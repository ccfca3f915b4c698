package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static List<String> lines(Report report) {
        return Summary.of(report).lines().map(String::strip).toList();
    }

    @Test
    void tellsTheArticlesMonth() {
        List<String> lines = lines(Reports.named("Graz"));
        for (String told : List.of(
                "Activities from 2026-03-01 to 2026-03-31",
                "calls                          534                              of the step before, 95 % interval",
                "meetings                       267   50.00 % (45.8 to 54.2)",
                "quotes                          67   25.09 % (20.3 to 30.6)",
                "contracts                       17   25.37 % (16.5 to 36.9)",
                "first to last                        3.18 % (2.0 to 5.0)")) {
            assertTrue(lines.contains(told), () -> told + "\n" + String.join("\n", lines));
        }
    }

    @Test
    void saysWhoStandsOutsideTheLimits() {
        List<String> lines = lines(Reports.named("Graz"));
        assertTrue(lines.contains("1 above the 99.8 % limit: Graz"), () -> String.join("\n", lines));
        assertTrue(lines.contains("1 not enough data to tell"));
    }

    @Test
    void fitsATerminalWhateverTheNames() {
        String summary = Summary.of(Reports.named("A name of many words and no end ".repeat(12)));
        assertEquals(
                List.of(), summary.lines().filter(line -> line.length() > 100).toList());
        assertTrue(Summary.of(Reports.empty()).contains("0 read, 0 taken, 0 refused"));
        assertTrue(Summary.of(Reports.large()).lines().count() < 120);
    }
}

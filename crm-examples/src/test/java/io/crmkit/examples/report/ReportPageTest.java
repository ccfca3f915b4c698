package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ReportPageTest {

    static Stream<Report> reports() {
        return Stream.of(Reports.named("Graz"), Reports.empty(), Reports.large(), Reports.named("<b>\"'&\u0000\uD83D"));
    }

    private static List<String> charts(String page) {
        Matcher svg = Pattern.compile("<svg role=.*?\n</svg>", Pattern.DOTALL).matcher(page);
        return svg.results().map(result -> result.group()).toList();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void drawsChartsThatAreWellFormedAndToldInWords(Report report) throws IOException {
        String page = ReportPage.html(report);
        for (String chart : charts(page)) {
            assertDoesNotThrow(
                    () -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(chart))),
                    () -> chart);
            assertTrue(chart.contains("<desc id="), () -> chart);
            assertFalse(chart.contains("NaN") || chart.contains("Infinity"), () -> chart);
        }
    }

    @Test
    void drawsAChartForEverythingThereIsToSee() throws IOException {
        assertEquals(9, charts(ReportPage.html(Reports.named("Graz"))).size());
        assertEquals(2, charts(ReportPage.html(Reports.empty())).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title><script>",
                "</svg><script>",
                "%s%n%d",
                "&lt;already&gt;"
            })
    void writesNamesAsTextWhateverTheyHold(String name) throws IOException {
        String page = ReportPage.html(Reports.named(name));
        assertFalse(page.contains("<script"), () -> name);
        assertFalse(page.contains("<img"), () -> name);
        assertFalse(Pattern.compile("<[^>]*\\son\\w+=").matcher(page).find(), () -> name);
        assertTrue(page.contains(Html.escaped(name)), () -> name);
    }

    @Test
    void asksTheNetworkForNothing() throws IOException {
        String page = ReportPage.html(Reports.large());
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(Pattern.compile("(src|href|url\\()\\s*=?\\s*[\"']?\\s*(https?:|//)")
                .matcher(page)
                .find());
        assertTrue(page.contains("prefers-color-scheme: dark"));
        assertTrue(page.contains("width=device-width"));
    }

    @Test
    void showsTheArticlesRatesWithTheirIntervals() throws IOException {
        String page = ReportPage.html(Reports.named("Graz"));
        for (String shown : List.of("50.00 %", "25.09 %", "25.37 %", "45.8 to 54.2", "20.3 to 30.6", "16.5 to 36.9")) {
            assertTrue(page.contains(shown), shown);
        }
    }

    @Test
    void showsWhatIsToComeAndHowSureThatIs() throws IOException {
        String page = ReportPage.html(Reports.named("Graz"));
        for (String shown : List.of(
                "Of the 3 open on 2026-03-31, 2 are expected to be won: 0 to 3 with a probability of 80 %.",
                "500.00 EUR to 1,000.00 EUR",
                "600.00 EUR to 900.00 EUR",
                "Forecast over came true: 0.67.",
                "<td>637</td>",
                "not attainable: even 5 activities")) {
            assertTrue(page.contains(shown), shown);
        }
    }

    @Test
    void listsSellersByNameAndSaysInWordsWhereTheyStand() throws IOException {
        String page = ReportPage.html(Reports.named("Graz"));
        assertTrue(page.contains("above the 99.8 % limit"));
        assertTrue(page.contains("below the 99.8 % limit"));
        assertTrue(page.contains("not enough data to tell"));
        assertTrue(page.contains("This is no ranking."));
    }

    @Test
    void saysWhatIsMissingInsteadOfLeavingAGap() throws IOException {
        String page = ReportPage.html(Reports.empty());
        for (String said : List.of(
                "Nothing is open.",
                "Nothing has been won yet.",
                "Nothing has been decided yet, so there is nothing to compare.",
                "Nothing stood out.",
                "No row was refused.",
                "no rate")) {
            assertTrue(page.contains(said), said);
        }
    }
}

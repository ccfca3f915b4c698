package io.crmkit.examples.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.port.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a customer reads in the file. */
class PdfQuoteRendererTest {

    /* where a cell ends, the extractor puts none */
    private static final String SPACE = "[\\s\u00A0]+";

    private final PdfQuoteRenderer renderer = new PdfQuoteRenderer(Sheets.LETTERHEAD);

    private List<String> pages(QuoteSheet sheet) throws IOException {
        RenderedFile file = renderer.render(sheet);
        Path folder = Files.createDirectories(Path.of("target", "quotes"));
        Files.write(folder.resolve(sheet.quote().lines().size() + "-" + sheet.locale() + ".pdf"), file.content());
        PdfReader reader = new PdfReader(file.content());
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(extractor.getTextFromPage(page).replaceAll(SPACE, ""));
        }
        return pages;
    }

    private static void assertHolds(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text.replaceAll(SPACE, "")), () -> "'" + text + "' in " + page);
        }
    }

    @Test
    void holdsPartiesTermsAndTotalsWithAccentsAndTheEuroSign() throws IOException {
        QuoteSheet sheet = Sheets.sheet(Sheets.lines(), Locale.UK);
        List<String> pages = pages(sheet);
        assertEquals(1, pages.size());
        assertHolds(
                pages.get(0),
                "Brauerei M\u00FCller & S\u00F6hne GmbH",
                "Attn. Zo\u00EB M\u00FCller",
                "Gro\u00DFe Stra\u00DFe 5",
                "49074 Osnabr\u00FCck",
                "Germany",
                "Q-2026-00017",
                "4 May 2026",
                "3 June 2026",
                "Anna Rossi",
                "30 days net, without deduction",
                "Prices hold for delivery in one lot.",
                "Page 1 of 1");
        // worked out by hand: 11,784.75 + 7,780.00 + 2,039.42 + 2,176.00 + 135.00 - 150.00
        assertHolds(
                pages.get(0),
                "Total before tax \u20AC23,765.17",
                "VAT 10% on \u20AC135.00 \u20AC13.50",
                "VAT 22% on \u20AC23,630.17 \u20AC5,198.64",
                "Total \u20AC28,977.31");
    }

    @Test
    void optionalAndAlternativeLinesAreShownAndSaidNotToCount() throws IOException {
        String page = pages(Sheets.sheet(Sheets.lines(), Locale.UK)).get(0);
        assertHolds(page, "Optional, not in the total", "(1,290.00)", "Alternative, not in the total", "(8,455.00)");
    }

    @Test
    void speaksItalianToItalians() throws IOException {
        String page = pages(Sheets.sheet(Sheets.lines(), Locale.ITALY)).get(0);
        assertHolds(
                page,
                "Offerta Q-2026-00017",
                "Germania",
                "4 maggio 2026",
                "23.765,17 \u20AC",
                "IVA 22% su",
                "Pagina 1 di 1");
    }

    @Test
    void carriesTheSumForwardFromPageToPage() throws IOException {
        List<DocumentLine> lines = Sheets.many(120);
        List<String> pages = pages(Sheets.sheet(lines, Locale.UK));
        assertTrue(pages.size() >= 4, () -> "pages: " + pages.size());
        int carried = 0;
        for (int i = 0; i < pages.size(); i++) {
            String page = pages.get(i);
            assertHolds(page, "Page " + (i + 1) + " of " + pages.size());
            if (page.contains("Carriedforward")) {
                carried++;
                // 3 times 17.35 for each line on the pages so far
                int last = lastLineOn(page);
                String sum = "%,.2f".formatted(last * 52.05);
                assertHolds(page, "Carried forward " + sum);
                assertHolds(pages.get(i + 1), "Brought forward " + sum, "Description", "no. " + (last + 1) + " 3 pcs");
            }
        }
        assertTrue(carried >= 3, "turns of the page: " + carried);
        assertEquals(
                "6246.00",
                Sheets.sheet(lines, Locale.UK).quote().totals().lines().amount().toPlainString());
        assertHolds(String.join(" ", pages), "\u20AC6,246.00");
    }

    private static int lastLineOn(String page) {
        return IntStream.rangeClosed(1, 120)
                .filter(line -> page.contains("sealsetno." + line + "3pcs"))
                .max()
                .orElseThrow();
    }

    @Test
    void theSameSheetMakesTheSameFile() {
        QuoteSheet sheet = Sheets.sheet(Sheets.many(60), Locale.UK);
        byte[] first = renderer.render(sheet).content();
        byte[] second = new PdfQuoteRenderer(Sheets.LETTERHEAD).render(sheet).content();
        assertArrayEquals(first, second);
        QuoteSheet other = Sheets.sheet(Sheets.many(61), Locale.UK);
        assertFalse(
                renderer.render(sheet).sha256().equals(renderer.render(other).sha256()));
    }

    @Test
    void whatLooksLikeMarkupIsText() throws IOException {
        List<DocumentLine> lines = List.of(Sheets.line(
                1, LineKind.STANDARD, "<b>Pump</b> & <script>alert(1)</script>", "1", "C62", "200", "0", Sheets.VAT));
        assertHolds(pages(Sheets.sheet(lines, Locale.UK)).get(0), "<b>Pump</b> & <script>alert(1)</script>");
    }

    @Test
    void scriptsReadFromTheRightAndUnknownLettersAreShown() throws IOException {
        List<DocumentLine> lines = List.of(
                Sheets.line(
                        1,
                        LineKind.STANDARD,
                        "\u05DE\u05E9\u05D0\u05D1\u05D4 P-40 (4 kW)",
                        "1",
                        "C62",
                        "200",
                        "0",
                        Sheets.VAT),
                Sheets.line(
                        2, LineKind.STANDARD, "Rocket \uD83D\uDE80 and \u6CF5", "1", "C62", "200", "0", Sheets.VAT));
        QuoteSheet sheet = Sheets.sheet(
                lines,
                "30 days",
                null,
                "\u05EA\u05D5\u05D3\u05D4 \u05E8\u05D1\u05D4",
                Locale.UK,
                "\u05D7\u05D1\u05E8\u05D4 \u05D1\u05E2\"\u05DE");
        String page = pages(sheet).get(0);
        // set from the right: in the file the last letter comes first
        assertHolds(page, "\u05D4\u05D1\u05D0\u05E9\u05DE", "Rocket \uFFFD and \uFFFD");
    }

    @Test
    void aThousandLinesAndLongTextsFitOnAsManyPagesAsTheyTake() throws IOException {
        List<DocumentLine> lines = new ArrayList<>(Sheets.many(999));
        lines.add(Sheets.line(1000, LineKind.STANDARD, "long ".repeat(199).strip(), "1", "C62", "1", "0", Sheets.VAT));
        String note = ("word ".repeat(30).strip() + "\n").repeat(26).strip();
        List<String> pages = pages(Sheets.sheet(lines, "30 days", null, note, Locale.UK, "Acme"));
        assertTrue(pages.size() > 20, () -> "pages: " + pages.size());
        assertHolds(pages.get(pages.size() - 1), "Page " + pages.size() + " of " + pages.size());
    }
}

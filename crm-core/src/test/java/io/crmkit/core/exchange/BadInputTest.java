package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong gets one clear message, and does not stop the rest. */
class BadInputTest {

    private static final String GOOD = "9,Lead,,,";
    private static final String HEADINGS = "reference,stage,amount,opened,closed";

    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void makeStores() {
        imported = new Imported(folder);
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(ImportException.class, () -> imported.read()).getMessage());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        var refused = assertThrows(
                ImportException.class,
                () -> Imported.importing(imported.stores)
                        .readFolder(nowhere, ImportOptions.defaults(), ImportProgress.silent()));
        assertEquals("folder " + nowhere + " does not exist", refused.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = folder.resolve("nowhere.csv");
        var refused = assertThrows(
                ImportException.class,
                () -> Imported.importing(imported.stores)
                        .readFiles(List.of(nowhere), ImportOptions.defaults(), ImportProgress.silent()));
        assertEquals("nothing could be imported: " + nowhere + " does not exist", refused.getMessage());
    }

    @Test
    void aFolderWithoutFilesIsNamed() {
        assertEquals("folder " + folder + " holds no .csv file", refusal());
    }

    @Test
    void anEmptyFileIsNamed() {
        imported.file("deals.csv", "  ", "");
        assertEquals("nothing could be imported: " + folder.resolve("deals.csv") + " is empty", refusal());
    }

    @Test
    void headingsWithoutRowsAreNamed() {
        imported.file("deals.csv", HEADINGS);
        assertEquals("nothing could be imported: deals.csv has headings and no rows", refusal());
    }

    @Test
    void headingsThatNoMappingKnowsAreNamed() {
        imported.file("deals.csv", "Foo,Bar", "1,2");
        assertEquals("nothing could be imported: deals.csv: no mapping knows its headings: Foo, Bar", refusal());
    }

    @Test
    void headingsThatOneMappingNearlyKnowsAreNamedWithWhatIsMissing() {
        imported.file("deals.csv", "reference,amount,opened,Stufe", "1,5,,Lead");
        assertEquals(
                "nothing could be imported: deals.csv: no mapping knows its headings: reference, amount, opened, Stufe; "
                        + "there is no column for opportunity.stage (stage)",
                refusal());
    }

    @Test
    void aColumnThatAUsersMappingNamesInVainIsNamed() {
        imported.file(
                "crm-mapping.properties",
                "opportunity.reference = reference",
                "opportunity.stage = stage",
                "opportunity.amount = Wert | Betrag");
        imported.file("deals.csv", HEADINGS, "9,Won,,,");
        assertEquals(
                "deals.csv: there is no column for opportunity.amount (Wert | Betrag)",
                imported.read().findings().stream()
                        .filter(finding -> finding.code() == Finding.Code.MISSING_COLUMN)
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void aZipArchiveIsToldFromCsv() throws IOException {
        Files.write(folder.resolve("deals.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8});
        assertEquals(
                "nothing could be imported: " + folder.resolve("deals.csv")
                        + " is a zip archive or a workbook, not CSV: unpack it, or export it as CSV",
                refusal());
    }

    @Test
    void bytesThatAreNoTextAreToldFromCsv() throws IOException {
        Files.write(folder.resolve("deals.csv"), new byte[] {'a', 0, 'b', 0, '\n', 0});
        assertTrue(refusal().endsWith("holds NUL bytes: it is not CSV, or UTF-16 without a mark"));
    }

    @Test
    void oneUnreadableFileDoesNotStopTheOthers() {
        imported.file("a.csv", "");
        imported.file("b.csv", HEADINGS, GOOD);
        ImportReport report = imported.read();
        assertEquals(1, report.taken());
        assertEquals(
                Finding.Code.UNREADABLE_FILE,
                report.findings().get(report.findings().size() - 1).code());
    }

    @Test
    void aRowIsRefusedWithAllThatIsWrongWithIt() {
        imported.file("deals.csv", HEADINGS, "1,,x,31/02/2026,2026-02-31", GOOD);
        assertEquals(
                List.of(
                        "deals.csv line 2, amount 'x': must be an amount such as 1234.56 or 1,234.56",
                        "deals.csv line 2, stage '': must not be blank"),
                imported.problems());
        assertEquals(1, imported.opportunities().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "2026-02-31!is not a day of the calendar",
                "31/12/2026!must be a date such as 2026-03-31; for others set format.date",
                "yesterday!must be a date such as 2026-03-31; for others set format.date",
                "2026-13-01!is not a day of the calendar"
            })
    void aDayThatIsNoneIsRefused(String cell, String rule) {
        imported.file("deals.csv", HEADINGS, "1,Lead,," + cell + ",", GOOD);
        assertEquals(List.of("deals.csv line 2, opened '" + cell + "': " + rule), imported.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1.234,56!must be an amount such as 1234.56 or 1,234.56; where amounts are written like this one, set format.decimal = comma",
                "12,34,56!must be an amount such as 1234.56 or 1,234.56",
                "NaN!must be an amount such as 1234.56 or 1,234.56",
                "1e400!must be an amount such as 1234.56 or 1,234.56",
                "5.005!amount must have at most 2 decimals in USD: 5.005",
                "9999999999999999!amount must have at most 15 digits before the decimal point: 9999999999999999",
                "€5!is marked € where the currency is USD",
                "EUR 5!is marked EUR where the currency is USD"
            })
    void anAmountThatIsNoneIsRefused(String cell, String rule) {
        imported.file("deals.csv", HEADINGS, "1,Lead,\"" + cell + "\",,", GOOD);
        assertEquals(List.of("deals.csv line 2, amount '" + cell + "': " + rule), imported.problems());
    }

    @Test
    void aReferenceIsTakenOnceAndTheFirstLineNamed() {
        imported.file("deals.csv", HEADINGS, "1,Lead,,,", "1,Lead,,,", GOOD);
        assertEquals(List.of("deals.csv line 3, reference '1': stands in line 2 already"), imported.problems());
    }

    @Test
    void aRowWithTooFewOrTooManyColumnsIsRefused() {
        imported.file("deals.csv", HEADINGS, "1,Lead", "2,Lead,,,,,", GOOD);
        assertEquals(
                List.of(
                        "deals.csv line 2: has 2 columns where the headings have 5",
                        "deals.csv line 3: has 7 columns where the headings have 5"),
                imported.problems());
    }

    @Test
    void daysThatContradictEachOtherAreRefused() {
        imported.file("deals.csv", HEADINGS, "1,Won,,2026-03-02,2026-03-01", "2,Lead,,,2026-03-01", GOOD);
        assertEquals(
                List.of(
                        "deals.csv line 2, closed '2026-03-01': must not be before the opening on 2026-03-02",
                        "deals.csv line 3, closed '2026-03-01': must be blank while the opportunity is open"),
                imported.problems());
    }

    @Test
    void textsThatDoNotFitAreRefusedAndMadeVisible() {
        imported.file(
                "deals.csv", "reference,stage,name", "1,Lead,\"a\tb\nc\"", "2,Lead," + "x".repeat(301), "9,Lead,ok");
        assertEquals(
                List.of(
                        "deals.csv line 2, name 'a\\u0009b\\u000ac': must not contain control characters or line breaks",
                        "deals.csv line 4, name '" + "x".repeat(200)
                                + "...': must have at most 300 characters, not 301"),
                imported.problems());
    }

    @Test
    void activitiesWithoutTheirPartsAreRefused() {
        imported.file(
                "activities.csv",
                "reference,type,seller,at,state",
                "1,,,,",
                "2,%,Anna,2026-03-01,maybe",
                "9,call,Anna,2026-03-01,");
        assertEquals(
                List.of(
                        "activities.csv line 2, type '': must not be blank",
                        "activities.csv line 2, seller '': must not be blank",
                        "activities.csv line 2, at '': must not be blank",
                        "activities.csv line 3, type '%': activity type must be 1 to 40 lower-case letters, digits, '-' or '_': '%'",
                        "activities.csv line 3, state 'maybe': is no state by the mapping: set state.held, .planned, .not_held, .cancelled"),
                imported.problems());
    }

    @Test
    void aLineOfTwoHundredMegabytesIsRefusedInLittleMemory() throws IOException {
        String megabyte = "x".repeat(1 << 20);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("deals.csv"), StandardCharsets.UTF_8)) {
            writer.write(HEADINGS + "\n" + GOOD + "\n1,Lead,\"");
            for (int i = 0; i < 200; i++) {
                writer.write(megabyte);
            }
            writer.write("\n2,Lead,,,\n");
        }
        ImportReport report = imported.read();
        assertEquals(List.of(3L, 2L, 1L), List.of(report.read(), report.taken(), report.refused()));
        assertEquals(
                "deals.csv line 3: must have at most 1,048,576 characters in a cell and 4,194,304 in a row; "
                        + "is a quote left open?",
                report.files().get(0).problems().get(0).toString());
    }

    @Test
    void aFirstLineOfTwentyMegabytesIsRefused() throws IOException {
        Files.writeString(folder.resolve("deals.csv"), "x".repeat(20 << 20));
        assertTrue(refusal()
                .endsWith(
                        "has no line of headings: line 1 must have at most 1,048,576 characters in a cell and 4,194,304 in a "
                                + "row; is a quote left open?"));
    }

    @Test
    void aQuoteThatIsNotCsvCostsItsRowOnly() {
        imported.file("deals.csv", HEADINGS, "2,\"Lead\"x,,,", "1,Lead,\"5,,", GOOD);
        assertEquals(
                List.of(
                        "deals.csv line 2: has text between a closing quote and the next separator; "
                                + "a quote within a cell must be doubled",
                        "deals.csv line 3: opens a quote that is never closed"),
                imported.problems());
        assertEquals("9", imported.only().label().reference());
    }

    @Test
    void aFileOfNothingButBrokenLinesIsCutShort() {
        List<String> lines = new ArrayList<>(List.of(HEADINGS, GOOD));
        for (int i = 0; i < 150; i++) {
            lines.add("r" + i + ",\"Lead\"x,,,");
        }
        imported.file("deals.csv", lines.toArray(String[]::new));
        ImportReport report = imported.read();
        assertEquals(101, report.refused());
        assertEquals(
                "deals.csv: not read to its end, over 100 rows are not CSV, the last one read on line 103",
                report.findings().get(report.findings().size() - 1).message());
    }

    @Test
    void rowsOfBlanksAreNoRows() {
        imported.file("deals.csv", HEADINGS, ",,,,", " ,  ,,,", GOOD, "");
        assertEquals(1, imported.read().read());
    }

    @Test
    void moreProblemsThanAReportHoldsArePassedOnAll() {
        List<String> lines = new ArrayList<>(List.of(HEADINGS, GOOD));
        for (int i = 0; i < 1_500; i++) {
            lines.add("r" + i + ",Lead,x,,");
        }
        imported.file("deals.csv", lines.toArray(String[]::new));
        List<RowProblem> passed = new ArrayList<>();
        ImportReport report = imported.read(ImportOptions.defaults().withRefusals(passed::add));
        assertEquals(1_500, report.refused());
        assertEquals(1_500, passed.size());
        assertEquals(FileReport.SHOWN, report.files().get(0).problems().size());
    }

    @Test
    void whenEveryRowIsRefusedTheFirstReasonIsTold() {
        imported.file("deals.csv", HEADINGS, "1,Lead,x,,");
        assertEquals(
                "nothing could be imported: deals.csv has no row that could be taken; the first: deals.csv line 2, "
                        + "amount 'x': must be an amount such as 1234.56 or 1,234.56",
                refusal());
    }

    @Test
    void aMappingFileIsRefusedWithAllThatIsWrongWithIt() {
        imported.file(
                "crm-mapping.properties",
                "oportunity.stage = Stage",
                "format.decimal = dot",
                "format.encoding = klingon",
                "format.date = dd.QQQQQQ.bbb",
                "format.separator = ab",
                "currency = EURO",
                "pipeline",
                "name = a",
                "name = b");
        imported.file("deals.csv", HEADINGS, GOOD);
        assertEquals(
                "mapping file crm-mapping.properties: line 1, oportunity.stage is not a key a mapping can have; "
                        + "line 2, format.decimal must be point or comma: 'dot'; "
                        + "line 3, format.encoding must be a known encoding: 'klingon'; "
                        + "line 4, format.date must be date patterns: 'dd.QQQQQQ.bbb'; "
                        + "line 5, format.separator must be one character or tab: 'ab'; "
                        + "line 6, currency must be an ISO 4217 code: 'EURO'; "
                        + "line 7, pipeline must be of the form key = value; "
                        + "line 9, name must not be given twice",
                refusal());
    }

    @Test
    void aMappingFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("my.properties");
        assertEquals(
                "mapping file " + nowhere + " cannot be read: does not exist",
                assertThrows(ImportException.class, () -> Mapping.read(nowhere)).getMessage());
    }
}

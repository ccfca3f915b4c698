package io.crmkit.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, from export to report. */
class QuickstartTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return QuickstartMain.run(properties, folder.resolve("out"), printing(out), printing(err));
    }

    private static PrintStream printing(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode report() {
        return JsonMapper.shared().readTree(folder.resolve("out/report.json"));
    }

    @Test
    void tellsTheArticlesMonthWithoutBeingGivenAnything() throws IOException {
        assertEquals(0, run(Map.of()), this::complained);
        assertTrue(printed().contains("25.37 %"), this::printed);
        JsonNode steps = report().at("/activities/funnel/all/steps");
        assertEquals(
                List.of(534L, 267L, 67L, 17L),
                StreamSupport.stream(steps.spliterator(), false)
                        .map(step -> step.get("count").asLong())
                        .toList());
        assertEquals(20, report().at("/totals/activeSellers").asLong());
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("<svg"));
        assertEquals(1, Files.readAllLines(folder.resolve("out/refused.csv")).size());
    }

    /** The counts of the set's own documentation. */
    @Test
    void tellsTheMavenAnalyticsSetToTheLastRow() {
        Path set = Path.of(System.getProperty("crmkit.shared"), "data", "maven_crm");
        assumeTrue(Files.isDirectory(set), () -> "data set " + set + " is absent: nothing to read");
        assertEquals(0, run(Map.of("crm.data", set.toString())), this::complained);
        JsonNode totals = report().get("totals");
        assertEquals(8_800, totals.get("opportunities").asLong());
        assertEquals(4_238, totals.get("won").asLong());
        assertEquals(2_473, totals.get("lost").asLong());
        assertEquals(1_589, totals.at("/openByStage/Engaging").asLong());
        assertEquals(500, totals.at("/openByStage/Prospecting").asLong());
        assertEquals(30, totals.get("activeSellers").asLong());
        assertEquals(85, totals.get("companies").asLong());
        assertTrue(printed().contains("GTXPro"), this::printed);
    }

    @Test
    void failsWithOneMessageWhereThereIsNothingToRead() {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(1, run(Map.of("crm.data", nowhere.toString())));
        assertEquals(
                "crmkit: folder " + nowhere + " does not exist", complained().strip());
        assertFalse(Files.exists(folder.resolve("out/report.json")));
    }

    @Test
    void failsWithOneMessageOnASettingThatIsNone() {
        assertEquals(1, run(Map.of("crm.zone", "Mars/Base")));
        assertEquals(1, run(Map.of("crm.currency", "EURO")));
        assertEquals(
                1, run(Map.of("crm.mapping", folder.resolve("my.properties").toString())));
        assertEquals(
                List.of(
                        "crmkit: crm.zone must be a time zone such as Europe/Rome: 'Mars/Base'",
                        "crmkit: crm.currency must be an ISO 4217 code such as EUR: 'EURO'",
                        "crmkit: mapping file " + folder.resolve("my.properties") + " cannot be read: does not exist"),
                complained().lines().toList());
    }

    @Test
    void failsWithOneMessageWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(1, run(Map.of("crm.out", file.toString())));
        assertTrue(complained().startsWith("crmkit: cannot write " + file), this::complained);
    }

    @Test
    void keepsRefusedRowsForTheUserToMend() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("deals.csv"), "reference,stage,amount\n1,Won,5\n2,Won,=cmd\n");
        assertEquals(0, run(Map.of("crm.data", data.toString())), this::complained);
        assertTrue(
                Files.readAllLines(folder.resolve("out/refused.csv")).get(1).startsWith("deals.csv,3,amount,'=cmd,"));
    }
}

package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {

    @TempDir
    Path folder;

    private JsonNode written(Report report) throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(report, file);
        assertFalse(Files.readString(file).contains("NaN"));
        return JsonMapper.shared().readTree(file);
    }

    @Test
    void holdsEachConversionWithItsCountsAndInterval() throws IOException {
        JsonNode json = written(Reports.named("Graz"));
        JsonNode contracts = json.at("/activities/funnel/all/conversions/2");
        assertEquals("crmkit-report/1", json.get("schema").asString());
        assertEquals(17, contracts.get("numerator").asLong());
        assertEquals(67, contracts.get("denominator").asLong());
        assertEquals(17 / 67.0, contracts.get("rate").asDouble());
        assertEquals(0.1649, contracts.at("/interval/lower").asDouble(), 5e-5);
        assertEquals(0.3693, contracts.at("/interval/upper").asDouble(), 5e-5);
        assertEquals("WILSON", contracts.at("/interval/method").asString());
        assertEquals(
                "PERIOD_RATIO", json.at("/activities/funnel/all/definition").asString());
        assertEquals("2026-02-28T23:00:00Z", json.at("/activities/period/from").asString());
        assertEquals("Zoe", json.at("/activities/funnel/sellers/1/seller").asString());
    }

    @Test
    void holdsSellersWithTheLimitsTheyStandBeside() throws IOException {
        JsonNode rates = written(Reports.named("Graz")).at("/pipelines/0/winRates");
        assertEquals(100, rates.at("/team/successes").asLong());
        assertEquals("ABOVE_ACTION", rates.at("/sellers/0/position").asString());
        assertTrue(rates.at("/sellers/0/warningLimits/upper").asDouble() < 0.9);
        assertTrue(rates.at("/sellers/2/rate").isNull());
        assertTrue(rates.at("/sellers/2/warningLimits").isNull());
    }

    @Test
    void writesAmountsAsExactTexts() throws IOException {
        JsonNode json = written(Reports.named("Graz"));
        JsonNode total = json.at("/pipelines/0/outlook/currencies/0/total");
        assertEquals("1000.00", total.get("value").asString());
        assertEquals("750.00", total.get("weighted").asString());
        assertEquals(2, total.get("opportunities").asLong());
        assertEquals("223960.00", json.at("/sales/0/total").asString());
        assertTrue(json.at("/sales/1/total").isNull());
        assertTrue(json.at("/sales/1/month").isNull());
    }

    @Test
    void countsRowsThatAddUp() throws IOException {
        JsonNode imported = written(Reports.named("Graz")).get("import");
        assertEquals(
                imported.get("read").asLong(),
                imported.get("taken").asLong() + imported.get("refused").asLong());
        assertEquals("must be Graz", imported.at("/files/0/problems/0/rule").asString());
        assertEquals("UNKNOWN_PRODUCT", imported.at("/findings/0/code").asString());
    }

    @Test
    void hasNullsWhereThereIsNothingToSay() throws IOException {
        JsonNode json = written(Reports.empty());
        assertTrue(json.get("activities").isNull());
        assertTrue(json.at("/pipelines/0/funnel/all/overall/rate").isNull());
        assertTrue(json.at("/pipelines/0/funnel/all/overall/interval").isNull());
    }

    @Test
    void holdsTheForecastWithWhatItDidBefore() throws IOException {
        JsonNode forecast =
                written(Reports.named("Sales")).path("pipelines").path(0).path("forecast");

        assertEquals("2026-03-31", forecast.path("asOf").asString());
        assertEquals(2.25, forecast.path("expectedWins").asDouble());
        assertEquals("750.00", forecast.path("values").path(0).path("expected").asString());
        assertEquals("500.00", forecast.path("values").path(0).path("least").asString());
        assertEquals(
                "900.00",
                forecast.path("values").path(0).path("mostIfIndependent").asString());
        assertEquals(2.0 / 3, forecast.path("calibration").path("ratio").asDouble(), 1e-12);
        assertEquals(4, forecast.path("calibration").path("bins").size());
        assertEquals(
                1,
                forecast.path("calibration")
                        .path("bins")
                        .path(1)
                        .path("observed")
                        .path("successes")
                        .asInt());
    }

    @Test
    void holdsWhatTheNextQuotaTakes() throws IOException {
        JsonNode required = written(Reports.named("Sales"))
                .path("activities")
                .path("required")
                .path(0);

        assertEquals(0.8, required.path("probability").asDouble());
        assertEquals(637, required.path("atTheseRates").path("activities").asInt());
        assertTrue(
                required.path("withTheirDoubt").path("unattainable").asString().startsWith("even 5 activities"));
    }
}

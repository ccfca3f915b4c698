package io.crmkit.examples.report;

import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineForecast.ValueRange;
import io.crmkit.examples.report.Report.Required;
import io.crmkit.metrics.backtest.CalibrationReport;
import io.crmkit.metrics.backtest.ReliabilityBin;
import io.crmkit.metrics.distribution.RequiredActivity;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is to come, as JSON. */
final class ForecastJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ForecastJson() {}

    static ObjectNode required(Required required) {
        ObjectNode json = JSON.createObjectNode().put("probability", required.probability());
        json.set("atTheseRates", activities(required.atTheseRates()));
        json.set("withTheirDoubt", activities(required.withTheirDoubt()));
        return json;
    }

    private static ObjectNode activities(RequiredActivity required) {
        ObjectNode json = JSON.createObjectNode();
        if (required instanceof RequiredActivity.Attainable found) {
            return json.put("activities", found.activities()).put("probability", found.probability());
        }
        return json.put("unattainable", ((RequiredActivity.Unattainable) required).reason());
    }

    static ObjectNode forecast(PipelineForecast forecast) {
        ObjectNode json = JSON.createObjectNode()
                .put("asOf", forecast.asOf().toString())
                .put("open", forecast.open())
                .put("unvalued", forecast.unvalued())
                .put("settled", forecast.settled())
                .put("level", forecast.level())
                .put("expectedWins", forecast.expectedWins())
                .put("leastWins", forecast.leastWins())
                .put("mostWins", forecast.mostWins())
                .put("deviation", forecast.deviation());
        json.set("values", ReportJson.array(forecast.values(), ForecastJson::value));
        json.set("calibration", calibration(forecast.calibration()));
        return json;
    }

    private static ObjectNode value(ValueRange range) {
        return JSON.createObjectNode()
                .put("currency", range.expected().currency().getCurrencyCode())
                .put("opportunities", range.opportunities())
                .put("expected", ReportJson.text(Optional.of(range.expected())))
                .put("least", ReportJson.text(Optional.of(range.least())))
                .put("most", ReportJson.text(Optional.of(range.most())))
                .put("leastIfIndependent", ReportJson.text(Optional.of(range.leastIfIndependent())))
                .put("mostIfIndependent", ReportJson.text(Optional.of(range.mostIfIndependent())));
    }

    private static ObjectNode calibration(CalibrationReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("ratio", ReportJson.boxed(report.ratio()))
                .put("slope", ReportJson.boxed(report.slope()))
                .put("intercept", ReportJson.boxed(report.intercept()));
        json.set("bins", ReportJson.array(report.bins(), ForecastJson::bin));
        return json;
    }

    private static ObjectNode bin(ReliabilityBin bin) {
        ObjectNode json = JSON.createObjectNode()
                .put("lower", bin.lower())
                .put("upper", bin.upper())
                .put("meanProbability", bin.meanProbability());
        json.set("observed", ReportJson.proportion(JSON.createObjectNode(), bin.observed()));
        return json;
    }
}

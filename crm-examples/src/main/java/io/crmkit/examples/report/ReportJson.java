package io.crmkit.examples.report;

import io.crmkit.core.exchange.FileReport;
import io.crmkit.core.exchange.Finding;
import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.exchange.RowProblem;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.StageMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.examples.report.Report.Negotiations;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.forecast.WeightedPipeline;
import io.crmkit.metrics.forecast.WeightedValue;
import io.crmkit.metrics.funnel.Conversion;
import io.crmkit.metrics.funnel.FunnelReport;
import io.crmkit.metrics.team.ControlChart;
import io.crmkit.metrics.team.Limits;
import io.crmkit.metrics.team.SellerPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report as JSON; REPORT.md describes its shape. */
public final class ReportJson {

    /** The name and version of the shape. */
    public static final String SCHEMA = "crmkit-report/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportJson() {}

    /**
     * Writes the report.
     *
     * @param report the report
     * @param file where to, replacing what it held
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(report)) + "\n");
    }

    static ObjectNode json(Report report) {
        ObjectNode json = JSON.createObjectNode()
                .put("schema", SCHEMA)
                .put("title", report.title())
                .put("zone", report.zone().getId());
        json.set("import", imported(report.imported()));
        json.set("totals", JSON.valueToTree(report.totals()));
        Report.Activities activities = report.activities();
        json.set("activities", activities == null ? JSON.nullNode() : activities(activities));
        json.set("pipelines", array(report.pipelines(), ReportJson::pipeline));
        json.set("sales", array(report.sales(), ReportJson::sales));
        return json;
    }

    static <T> ArrayNode array(List<T> all, Function<T, JsonNode> each) {
        ArrayNode array = JSON.createArrayNode();
        all.forEach(one -> array.add(each.apply(one)));
        return array;
    }

    private static ObjectNode imported(ImportReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("read", report.read())
                .put("taken", report.taken())
                .put("refused", report.refused());
        json.set("files", array(report.files(), ReportJson::file));
        json.set("findings", array(report.findings(), ReportJson::finding));
        return json;
    }

    private static ObjectNode file(FileReport file) {
        ObjectNode json = JSON.createObjectNode()
                .put("file", file.file())
                .put("kind", file.kind().name())
                .put("mapping", file.mapping())
                .put("encoding", file.encoding())
                .put("separator", String.valueOf(file.separator()))
                .put("read", file.read())
                .put("taken", file.taken())
                .put("refused", file.refused());
        json.set("problems", array(file.problems(), ReportJson::problem));
        return json;
    }

    private static ObjectNode problem(RowProblem problem) {
        return JSON.createObjectNode()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("value", problem.value())
                .put("rule", problem.rule());
    }

    private static ObjectNode finding(Finding finding) {
        return JSON.createObjectNode()
                .put("code", finding.code().name())
                .put("file", finding.file())
                .put("message", finding.message())
                .put("rows", finding.rows())
                .put("value", finding.value())
                .put("suggestion", finding.suggestion());
    }

    private static ObjectNode activities(Report.Activities activities) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("period")
                .put("from", activities.period().from().toString())
                .put("until", activities.period().until().toString());
        json.set("funnel", funnel(activities.funnel()));
        json.set("required", array(activities.required(), ForecastJson::required));
        return json;
    }

    private static ObjectNode funnel(TeamFunnel funnel) {
        ObjectNode json = JSON.createObjectNode();
        json.set("all", funnel(JSON.createObjectNode(), funnel.all()));
        json.set("sellers", array(funnel.sellers(), ReportJson::seller));
        return json;
    }

    private static ObjectNode seller(SellerFunnel seller) {
        ObjectNode json = JSON.createObjectNode().put("seller", seller.name()).put("team", seller.team());
        return funnel(json, seller.report());
    }

    private static ObjectNode funnel(ObjectNode json, FunnelReport report) {
        json.put("definition", report.definition().name());
        json.set("steps", JSON.valueToTree(report.steps()));
        json.set("conversions", array(report.conversions(), ReportJson::conversion));
        json.set("overall", conversion(report.overall()));
        return json;
    }

    private static ObjectNode conversion(Conversion conversion) {
        ObjectNode json = JSON.createObjectNode()
                .put("from", conversion.from())
                .put("to", conversion.to())
                .put("numerator", conversion.numerator())
                .put("denominator", conversion.denominator())
                .put("rate", boxed(conversion.rate()));
        json.set("interval", interval(conversion.interval()));
        json.set("caveats", caveats(conversion.caveats()));
        return json;
    }

    static @Nullable Double boxed(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    private static JsonNode interval(Optional<Interval> interval) {
        return interval.<JsonNode>map(JSON::valueToTree).orElse(JSON.nullNode());
    }

    private static JsonNode caveats(Set<Caveat> caveats) {
        return JSON.valueToTree(caveats);
    }

    private static ObjectNode pipeline(Negotiations negotiations) {
        ObjectNode json =
                JSON.createObjectNode().put("name", negotiations.outlook().pipeline());
        json.set("funnel", funnel(negotiations.funnel()));
        json.set("winRates", winRates(negotiations.winRates()));
        json.set("outlook", outlook(negotiations.outlook()));
        json.set("forecast", ForecastJson.forecast(negotiations.forecast()));
        return json;
    }

    private static ObjectNode winRates(ControlChart chart) {
        ObjectNode json = JSON.createObjectNode();
        json.set("team", proportion(JSON.createObjectNode(), chart.team()));
        json.set("sellers", array(chart.sellers(), ReportJson::position));
        return json;
    }

    static ObjectNode proportion(ObjectNode json, Proportion proportion) {
        json.put("successes", proportion.successes())
                .put("trials", proportion.trials())
                .put("rate", boxed(proportion.rate()));
        json.set("interval", interval(proportion.wilson()));
        return json;
    }

    private static ObjectNode position(SellerPosition seller) {
        ObjectNode json = JSON.createObjectNode().put("seller", seller.count().seller());
        proportion(json, seller.count().proportion());
        json.set("warningLimits", limits(seller.warning95()));
        json.set("actionLimits", limits(seller.action998()));
        return json.put("position", seller.position().name());
    }

    private static JsonNode limits(Optional<Limits> limits) {
        return limits.<JsonNode>map(JSON::valueToTree).orElse(JSON.nullNode());
    }

    private static ObjectNode outlook(PipelineOutlook outlook) {
        ObjectNode json = JSON.createObjectNode()
                .put("open", outlook.open())
                .put("atListPrice", outlook.atListPrice())
                .put("unvalued", outlook.unvalued());
        json.set("winHistory", proportion(JSON.createObjectNode(), outlook.winHistory()));
        json.set("currencies", array(outlook.byCurrency(), ReportJson::currency));
        json.set("byExpectedClose", array(outlook.byExpectedClose(), ReportJson::cell));
        json.set("byOpened", array(outlook.byOpened(), ReportJson::cell));
        return json;
    }

    private static ObjectNode currency(WeightedPipeline pipeline) {
        ObjectNode json = JSON.createObjectNode()
                .put("currency", pipeline.total().value().currency().getCurrencyCode());
        json.set("caveats", caveats(pipeline.caveats()));
        json.set("total", value(pipeline.total()));
        json.set("stages", array(pipeline.groups(), ReportJson::value));
        return json;
    }

    private static ObjectNode value(WeightedValue value) {
        return JSON.createObjectNode()
                .put("group", value.group())
                .put("opportunities", value.opportunities())
                .put("value", text(Optional.of(value.value())))
                .put("weighted", text(value.weighted()))
                .put("low", text(value.low()))
                .put("high", text(value.high()));
    }

    /** Amounts are texts: a JSON number may lose their last digits. */
    static @Nullable String text(Optional<Amount> amount) {
        return amount.map(
                        a -> a.rounded(java.math.RoundingMode.HALF_EVEN).value().toPlainString())
                .orElse(null);
    }

    private static ObjectNode cell(StageMonth cell) {
        return JSON.createObjectNode()
                .put("stage", cell.stage())
                .put("month", cell.month() == null ? null : cell.month().toString())
                .put("open", cell.open());
    }

    private static ObjectNode sales(SalesMonth sales) {
        Amount total = sales.total();
        return JSON.createObjectNode()
                .put("month", sales.month() == null ? null : sales.month().toString())
                .put("won", sales.won())
                .put("currency", total == null ? null : total.currency().getCurrencyCode())
                .put("total", text(Optional.ofNullable(total)));
    }
}

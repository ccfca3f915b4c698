package io.crmkit.core.insight;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.Facts.OpenSum;
import io.crmkit.core.value.Money;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.StageMonth;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.forecast.OpenValue;
import io.crmkit.metrics.forecast.WeightedPipeline;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums of what is open, laid out by stage and month and weighted by what was won before. */
final class OutlookAnswer {

    private final Pipeline pipeline;
    private final ListPrices prices;
    private long open;
    private long atListPrice;
    private long unvalued;

    OutlookAnswer(Pipeline pipeline, ListPrices prices) {
        this.pipeline = pipeline;
        this.prices = prices;
    }

    PipelineOutlook of(List<OpenSum> sums, Proportion winHistory) {
        List<OpenSum> mine = sums.stream()
                .filter(sum -> sum.pipeline().equals(pipeline.id()))
                .toList();
        List<WeightedPipeline> byCurrency = weighted(mine, winHistory);
        return new PipelineOutlook(
                pipeline.name(),
                open,
                atListPrice,
                unvalued,
                winHistory,
                byCurrency,
                cells(mine, OpenSum::expectedClose),
                cells(mine, OpenSum::opened));
    }

    private List<WeightedPipeline> weighted(List<OpenSum> sums, Proportion winHistory) {
        Map<String, Map<Integer, Holding>> byCurrencyAndStage = new TreeMap<>();
        for (OpenSum sum : sums) {
            open += sum.count();
            valueOf(sum)
                    .ifPresentOrElse(
                            value -> byCurrencyAndStage
                                    .computeIfAbsent(value.currency().getCurrencyCode(), code -> new TreeMap<>())
                                    .computeIfAbsent(pipeline.order(sum.stage()), stage -> new Holding())
                                    .add(sum.count(), value),
                            () -> unvalued += sum.count());
        }
        List<WeightedPipeline> answers = new ArrayList<>();
        byCurrencyAndStage.forEach((code, stages) ->
                answers.add(WeightedPipeline.of(Currency.getInstance(code), openValues(code, stages), winHistory)));
        return answers;
    }

    private List<OpenValue> openValues(String code, Map<Integer, Holding> stages) {
        return stages.entrySet().stream()
                .map(entry -> new OpenValue(
                        stageName(entry.getKey()),
                        entry.getValue().count,
                        new Amount(entry.getValue().total, Currency.getInstance(code))))
                .toList();
    }

    private String stageName(int order) {
        return order < 0 ? "(other)" : pipeline.stages().get(order).name();
    }

    private Optional<Amount> valueOf(OpenSum sum) {
        Money total = sum.total();
        if (total != null) {
            return Optional.of(new Amount(total.amount(), total.currency()));
        }
        Optional<Money> price = prices.of(sum.product());
        if (price.isPresent()) {
            atListPrice += sum.count();
        }
        return price.map(each -> new Amount(each.amount().multiply(BigDecimal.valueOf(sum.count())), each.currency()));
    }

    private List<StageMonth> cells(List<OpenSum> sums, Function<OpenSum, @Nullable YearMonth> month) {
        Comparator<YearMonth> monthsThenNone = Comparator.nullsLast(Comparator.naturalOrder());
        record Cell(StageId stage, @Nullable YearMonth month) {}
        Map<Cell, Long> counted = sums.stream()
                .collect(Collectors.groupingBy(
                        sum -> new Cell(sum.stage(), month.apply(sum)), Collectors.summingLong(OpenSum::count)));
        return counted.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Cell, Long> entry) ->
                                pipeline.order(entry.getKey().stage()))
                        .thenComparing(entry -> entry.getKey().month(), monthsThenNone))
                .map(entry -> new StageMonth(
                        pipeline.stage(entry.getKey().stage()).map(Stage::name).orElse("(other)"),
                        entry.getKey().month(),
                        entry.getValue()))
                .toList();
    }

    /** What one stage holds in one currency. */
    private static final class Holding {

        private long count;
        private BigDecimal total = BigDecimal.ZERO;

        void add(long opportunities, Amount value) {
            count += opportunities;
            total = total.add(value.value());
        }
    }
}

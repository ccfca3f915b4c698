package io.crmkit.core.insight;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.core.view.PortfolioRow;
import io.crmkit.metrics.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open opportunities, added up by what they share; as large as there are combinations, not opportunities. */
final class PortfolioTable {

    private final Set<PortfolioDimension> by;
    private final Directory directory;
    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(
            @Nullable PipelineId pipeline,
            @Nullable String stage,
            @Nullable SellerId owner,
            @Nullable String team,
            @Nullable ForecastCategory category,
            @Nullable YearMonth month,
            @Nullable Currency currency) {}

    private static final class Sum {
        private long count;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal weighted = BigDecimal.ZERO;
    }

    PortfolioTable(Set<PortfolioDimension> by, Directory directory) {
        this.by = Set.copyOf(by);
        this.directory = directory;
    }

    void add(OpportunityState state) {
        Money amount = state.amount();
        Sum sum = sums.computeIfAbsent(key(state, amount), none -> new Sum());
        sum.count++;
        if (amount != null) {
            Integer probability = state.probability();
            sum.total = sum.total.add(amount.amount());
            sum.weighted = sum.weighted.add(
                    amount.amount().multiply(BigDecimal.valueOf(probability == null ? 0 : probability, 2)));
        }
    }

    private Key key(OpportunityState state, @Nullable Money amount) {
        LocalDate close = state.dates().expectedClose();
        return new Key(
                by.contains(PortfolioDimension.PIPELINE) ? state.standing().pipeline() : null,
                by.contains(PortfolioDimension.STAGE) ? state.stage() : null,
                by.contains(PortfolioDimension.OWNER) ? state.owner() : null,
                by.contains(PortfolioDimension.TEAM) ? directory.team(state.team()) : null,
                by.contains(PortfolioDimension.CATEGORY) ? state.category() : null,
                by.contains(PortfolioDimension.MONTH) && close != null ? YearMonth.from(close) : null,
                amount == null ? null : amount.currency());
    }

    List<PortfolioRow> rows() {
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PortfolioRow row(Key key, Sum sum) {
        Currency currency = key.currency();
        return new PortfolioRow(
                key.pipeline(),
                key.stage(),
                key.owner(),
                key.team(),
                key.category(),
                key.month(),
                sum.count,
                currency == null ? null : new Amount(sum.total, currency),
                currency == null ? null : new Amount(sum.weighted, currency));
    }
}

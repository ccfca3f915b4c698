package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ActivityTable;
import io.crmkit.core.view.ActivityTable.Cells;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.fact.Periods;
import io.crmkit.metrics.fact.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities counted by seller, period and step: by the store where the answer is small, else of blocks it lends. */
final class ActivityTableAnswer {

    private final TenantId tenant;
    private final List<ActivityType> steps;
    private final Map<ActivityType, ActivityTypeDefinition> types;
    private final Map<ActivityType, Integer> stepOfType = new HashMap<>();
    private final Periods periods;
    private final ActivityCounting counting;

    ActivityTableAnswer(
            TenantId tenant,
            List<ActivityType> steps,
            Map<ActivityType, ActivityTypeDefinition> types,
            ActivityCounting counting,
            Periods periods) {
        this.tenant = tenant;
        this.steps = List.copyOf(steps);
        this.types = types;
        this.counting = counting;
        this.periods = periods;
    }

    /** Lays out what was counted. */
    ActivityTable of(Facts facts, Directory directory) {
        Map<@Nullable SellerId, Sums> sellers =
                isLarge(directory.sellers()) ? streamed(facts) : counted(facts, counting);
        List<ActivityTable.Row> rows = sellers.entrySet().stream()
                .map(row -> new ActivityTable.Row(
                        row.getKey(),
                        directory.name(row.getKey()),
                        directory.team(row.getKey()),
                        row.getValue().cells()))
                .sorted(Comparator.comparing(ActivityTable.Row::name)
                        .thenComparing(row -> String.valueOf(row.seller())))
                .toList();
        return new ActivityTable(steps, periods.list(), all(facts, sellers), rows);
    }

    private boolean isLarge(long sellers) {
        return sellers * steps.size() > Insights.MOST_COUNTED || periods.size() > Insights.MOST_PERIODS;
    }

    /* what nobody shares and nobody hides is the sum of the sellers' */
    private Cells all(Facts facts, Map<@Nullable SellerId, Sums> sellers) {
        boolean sums = facts.totals() == facts && counting.shared().isEmpty();
        Sums all = new Sums(periods.size(), steps.size());
        (sums ? sellers : counted(facts.totals(), counting.byOwner())).values().forEach(all::add);
        return all.cells();
    }

    private int step(ActivityType type) {
        return stepOfType.computeIfAbsent(type, each -> {
            ActivityTypeDefinition definition = types.get(each);
            return steps.indexOf(definition == null ? each : definition.step());
        });
    }

    private Map<@Nullable SellerId, Sums> counted(Facts facts, ActivityCounting by) {
        Map<@Nullable SellerId, Sums> sellers = new HashMap<>();
        List<List<ActivityCount>> counts = facts.activities(tenant, Criterion.everything(), by, edges());
        for (int i = 0; i < periods.size(); i++) {
            for (ActivityCount row : counts.get(i)) {
                add(sellers, row.seller(), i, step(row.type()), row.count(), row.shares());
            }
        }
        return sellers;
    }

    private List<Instant> edges() {
        return Stream.concat(
                        Stream.of(periods.period(0).from()),
                        periods.list().stream().map(Period::until))
                .toList();
    }

    private void add(
            Map<@Nullable SellerId, Sums> sellers,
            @Nullable SellerId seller,
            int period,
            int step,
            long count,
            int shares) {
        if (step >= 0 && count > 0) {
            sellers.computeIfAbsent(seller, none -> new Sums(periods.size(), steps.size()))
                    .add(period * steps.size() + step, count, shares);
        }
    }

    private Map<@Nullable SellerId, Sums> streamed(Facts facts) {
        Folding folding = new Folding();
        Period last = periods.period(periods.size() - 1);
        facts.eachActivity(
                tenant, Criterion.everything(), counting, periods.period(0).from(), last.until(), folding);
        return folding.finish();
    }

    /** One seller's counts: what is whole in numbers, and what is shared, which is rare, in exact parts. */
    private static final class Sums {

        private final int steps;
        private final long[] whole;
        private final Map<Integer, Share> parts = new HashMap<>();

        Sums(int periods, int steps) {
            this.steps = steps;
            this.whole = new long[periods * steps];
        }

        void add(int cell, long count, int shares) {
            if (shares == 1) {
                whole[cell] += count;
            } else {
                parts.put(cell, parts.getOrDefault(cell, Share.NONE).plus(count, shares));
            }
        }

        void add(Sums other) {
            for (int cell = 0; cell < whole.length; cell++) {
                whole[cell] += other.rounded(cell);
            }
        }

        private long rounded(int cell) {
            return whole[cell] + parts.getOrDefault(cell, Share.NONE).rounded();
        }

        Cells cells() {
            return new Cells(
                    IntStream.range(0, whole.length).mapToLong(this::rounded).toArray(), steps);
        }
    }

    /** Blocks into tallies: one for each number of shares and each thousand of sellers. */
    private final class Folding implements Consumer<ActivityColumns> {

        private static final int SELLERS = 1_024;

        private record Part(int shares, int thousand) {}

        private final Map<Part, Tally> tallies = new HashMap<>();
        private @Nullable ActivityColumns last;

        @Override
        public void accept(ActivityColumns block) {
            last = block;
            int[] stepOfType = block.types().stream()
                    .mapToInt(ActivityTableAnswer.this::step)
                    .toArray();
            for (int row = 0; row < block.rows(); row++) {
                int step = stepOfType[block.type()[row]];
                int seller = block.seller()[row];
                if (step >= 0) {
                    tally(block.shares()[row], seller / SELLERS).accumulate(seller % SELLERS, block.at()[row], step);
                }
            }
        }

        private Tally tally(int shares, int thousand) {
            return tallies.computeIfAbsent(
                    new Part(shares, thousand), part -> Tally.zero(SELLERS, periods, steps.size()));
        }

        private Map<@Nullable SellerId, Sums> finish() {
            Map<@Nullable SellerId, Sums> sellers = new HashMap<>();
            List<@Nullable SellerId> keys =
                    last == null ? List.of() : requireNonNull(last).sellers();
            tallies.forEach((part, tally) -> {
                int first = part.thousand() * SELLERS;
                for (int i = 0; i < Math.min(SELLERS, keys.size() - first); i++) {
                    read(tally, i, keys.get(first + i), part.shares(), sellers);
                }
            });
            return sellers;
        }

        private void read(
                Tally tally, int number, @Nullable SellerId seller, int shares, Map<@Nullable SellerId, Sums> sellers) {
            for (int period = 0; period < periods.size(); period++) {
                for (int step = 0; step < steps.size(); step++) {
                    add(sellers, seller, period, step, tally.count(number, period, step), shares);
                }
            }
        }
    }
}

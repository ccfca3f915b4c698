package io.crmkit.metrics.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/*
 * The search for the least number of activities.
 *
 * failure(0, n) is the probability that n activities fall short of the quota. It is built backwards: behind the
 * last step, m contracts fall short where too few are under way; before a step, each count is weighed by the row
 * of that step. Tables of the inner steps are kept, as the search asks for the same counts again.
 */
final class ActivitySearch {

    private static final double TIE = 1e-12;

    private final ThinningChain chain;
    private final ActivityGoal goal;
    private final List<Thinning> stages;
    private final List<FailureTable> tables = new ArrayList<>();

    ActivitySearch(ThinningChain chain, ActivityGoal goal) {
        this.chain = chain;
        this.goal = goal;
        this.stages = chain.stages();
        stages.forEach(stage -> tables.add(new FailureTable()));
    }

    RequiredActivity answer() {
        if (reaches(0)) {
            return attainable(0);
        }
        if (chain.rate() == 0) {
            return new RequiredActivity.Unattainable(
                    "no activity becomes a contract: the rate of a step is 0, and what is under way does not reach "
                            + goal.quota());
        }
        long high = firstThatReaches();
        return high < 0 ? tooFew() : attainable(bisect(high / 2, high));
    }

    /* Doubles until the goal is reached; -1 where the limit is not enough. */
    private long firstThatReaches() {
        long high = 1;
        while (high < goal.mostActivities() && !reaches(high)) {
            high = high > goal.mostActivities() / 2 ? goal.mostActivities() : 2 * high;
        }
        return high <= goal.mostActivities() && reaches(high) ? high : -1;
    }

    private long bisect(long fails, long does) {
        long low = fails;
        long high = does;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (reaches(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean reaches(long activities) {
        return failure(0, activities) <= (1 - goal.probability()) + TIE;
    }

    private RequiredActivity attainable(long activities) {
        return new RequiredActivity.Attainable(activities, success(activities));
    }

    private double success(long activities) {
        return Math.max(0, Math.min(1, 1 - failure(0, activities)));
    }

    private RequiredActivity tooFew() {
        String probability = String.format(Locale.ROOT, "%.4g", success(goal.mostActivities()));
        return new RequiredActivity.Unattainable("even " + goal.mostActivities() + " activities reach " + goal.quota()
                + " with a probability of " + probability + " only, not " + goal.probability());
    }

    private double failure(int stage, long count) {
        if (stage == stages.size()) {
            return goal.quota() <= count ? 0 : goal.underWay().cdf(goal.quota() - count - 1);
        }
        FailureTable table = tables.get(stage);
        double known = table.at(count);
        return known >= 0 ? known : table.put(count, sum(stage, count));
    }

    private double sum(int stage, long count) {
        Masses row = stages.get(stage).row().apply(count);
        Sums sums = new Sums();
        for (int i = 0; i < row.size(); i++) {
            sums.add(row.values[i] * failure(stage + 1, row.offset + i));
        }
        return sums.value();
    }
}

package io.crmkit.examples.quickstart;

import io.crmkit.examples.report.Report.Required;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.distribution.ActivityGoal;
import io.crmkit.metrics.distribution.RequiredActivity;
import io.crmkit.metrics.distribution.ThinningChain;
import io.crmkit.metrics.funnel.Conversion;
import io.crmkit.metrics.funnel.FunnelReport;
import java.util.ArrayList;
import java.util.List;

/** How many calls it takes to reach as many contracts again. */
final class QuotaQuestion {

    private static final double[] PROBABILITIES = {0.5, 0.8, 0.9, 0.95};
    /** With uncertain rates the time grows with the square of the calls. */
    private static final long MOST_CALLS = 10_000;

    private final FunnelReport funnel;

    QuotaQuestion(FunnelReport funnel) {
        this.funnel = funnel;
    }

    /** No answers where there were no contracts, or where a step has more than the one before it. */
    List<Required> answers() {
        List<Required> answers = new ArrayList<>();
        long contracts = funnel.overall().numerator();
        boolean shares = funnel.conversions().stream().allMatch(step -> step.numerator() <= step.denominator());
        if (contracts > 0 && shares) {
            for (double probability : PROBABILITIES) {
                answers.add(answer(contracts, probability));
            }
        }
        return answers;
    }

    private Required answer(long contracts, double probability) {
        Proportion[] counts =
                funnel.conversions().stream().map(QuotaQuestion::counted).toArray(Proportion[]::new);
        ThinningChain doubted = ThinningChain.ofCounts(counts);
        double[] rates = funnel.conversions().stream()
                .mapToDouble(step -> step.rate().orElseThrow())
                .toArray();
        ActivityGoal goal = ActivityGoal.of(contracts, probability);
        return new Required(
                probability,
                RequiredActivity.of(ThinningChain.ofKnownRates(rates), goal),
                RequiredActivity.of(doubted, goal.within(MOST_CALLS)));
    }

    private static Proportion counted(Conversion step) {
        return Proportion.of(step.numerator(), step.denominator());
    }
}

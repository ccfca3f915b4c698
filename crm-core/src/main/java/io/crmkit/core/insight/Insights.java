package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Given;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ActivityTable;
import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.core.view.WinProbabilities;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.fact.Periods;
import io.crmkit.metrics.team.ControlChart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records say: funnels, sellers beside the team, the open pipeline, sales.
 *
 * <p>Every answer is counted by the store and costs a fixed number of questions to it.
 *
 * <p>Under an access policy, answers are made of what the actor may see. Totals of all sellers, and rates made of them,
 * are those of the team where the policy lets the actor be compared with it ({@link io.crmkit.core.port.Access#counted});
 * sellers the actor may not see are in these totals only, and have no row.
 */
public final class Insights {

    /** The most cells of one period that the store is asked to count; where there are more, they are counted here. */
    public static final int MOST_COUNTED = 20_000;

    /** The most periods that the store is asked to count, such as the months of ten years. */
    public static final int MOST_PERIODS = 120;

    private static final int MOST_STEPS = 128;
    private static final long ENOUGH_SETTLED = 30;

    private final Stores stores;
    private final TenantId tenant;

    /**
     * Serves one tenant.
     *
     * @param stores where records are kept
     * @param tenant the tenant whose records are counted
     */
    public Insights(Stores stores, TenantId tenant) {
        this.stores = requireNonNull(stores, "stores");
        this.tenant = requireNonNull(tenant, "tenant");
    }

    /**
     * Counts the activities of a period, step by step, and sets each step beside the one before it.
     *
     * <p>Definition: each type of activity counts for the step that its definition says, in the states and for the sellers
     * that it says; a type that was never defined counts what was held, for the seller whose it is and its own step. The
     * definitions are those in force now. In the team's count each activity is one; a seller's parts of what is split are
     * added up exactly, and then rounded to whole activities, half up.
     *
     * @param steps the steps, called as the types they are of, from the first to the last, at least two
     * @param period the period, half-open
     * @return period ratios of all sellers and of each; a step nobody took counts 0
     */
    public TeamFunnel activityFunnel(List<ActivityType> steps, Period period) {
        Given.each("steps", steps);
        requireNonNull(period, "period");
        Map<ActivityType, ActivityTypeDefinition> types = types();
        ActivityCounting counting = counting(types);
        return new ActivityFunnelAnswer(steps, types, new Directory(stores, tenant))
                .of(
                        counts(stores.facts(), counting, period),
                        counts(stores.facts().totals(), counting.byOwner(), period));
    }

    private List<ActivityCount> counts(Facts facts, ActivityCounting counting, Period period) {
        return facts.activities(tenant, Criterion.everything(), counting, period.from(), period.until());
    }

    /**
     * Counts activities by seller, period and step, each by the rules of {@link #activityFunnel}.
     *
     * <p>Two ways lead to the same answer, and its size chooses: at most {@value #MOST_PERIODS} periods of at most
     * {@value #MOST_COUNTED} cells each (sellers times steps) are counted by the store, one question for each period. A larger
     * answer is read by the store in blocks of {@value io.crmkit.core.port.ActivityColumns#ROWS} rows and counted here, in
     * memory that grows with the cells and never with the activities.
     *
     * @param steps the steps, called as the types they are of, at least one
     * @param periods the periods
     * @return the counts
     * @throws IllegalArgumentException if there is no step, or there are more than 128
     */
    public ActivityTable activityTable(List<ActivityType> steps, Periods periods) {
        Given.each("steps", steps);
        requireNonNull(periods, "periods");
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "steps must be from 1 to " + MOST_STEPS + ": number of steps = " + steps.size());
        }
        Map<ActivityType, ActivityTypeDefinition> types = types();
        return new ActivityTableAnswer(tenant, steps, types, counting(types), periods)
                .of(stores.facts(), new Directory(stores, tenant));
    }

    private Map<ActivityType, ActivityTypeDefinition> types() {
        Map<ActivityType, ActivityTypeDefinition> types = new HashMap<>();
        Directory.all(stores.activityTypes(), tenant, type -> types.put(type.type(), type));
        return types;
    }

    private static ActivityCounting counting(Map<ActivityType, ActivityTypeDefinition> types) {
        return new ActivityCounting(
                types.values().stream().collect(toMap(ActivityTypeDefinition::type, ActivityTypeDefinition::counting)));
    }

    /**
     * Says from when until when activities are recorded that were held.
     *
     * @return a period from the first of them until just after the last, or empty where none was held
     */
    public Optional<Period> activityPeriod() {
        Span span = stores.facts().activitySpan(tenant, Criterion.everything());
        return span == null ? Optional.empty() : Optional.of(new Period(span.first(), afterwards(span.last())));
    }

    private static Instant afterwards(Instant last) {
        return last.plusNanos(1_000);
    }

    /**
     * Counts how far the opportunities of a pipeline came: one step for each open stage, and one for those won.
     *
     * <p>An opportunity counts once in every step up to the furthest stage it is known to have reached, whatever became
     * of it; lost ones stay in the denominators. Those still open may yet get further: their share travels with the
     * answer as a caveat.
     *
     * @param pipeline the pipeline
     * @return conversions so far, of all sellers and of each
     * @throws NotFoundException if the pipeline does not exist
     */
    public TeamFunnel opportunityFunnel(PipelineId pipeline) {
        return new OpportunityFunnelAnswer(required(pipeline), new Directory(stores, tenant))
                .of(opportunities(stores.facts()), opportunities(stores.facts().totals()));
    }

    /**
     * Sets each seller's share of decided opportunities that were won beside the team's, with control limits.
     *
     * @param pipeline the pipeline
     * @return the chart; sellers by name, those without a decided opportunity included when they own an open one; those
     *     that may not be seen together in a last row, {@code (others)}
     * @throws NotFoundException if the pipeline does not exist
     */
    public ControlChart winRates(PipelineId pipeline) {
        required(pipeline);
        return WinRates.of(
                pipeline,
                opportunities(stores.facts()),
                opportunities(stores.facts().totals()),
                new Directory(stores, tenant));
    }

    /**
     * Says what is open, where it stands, and what it is worth.
     *
     * @param pipeline the pipeline
     * @return the outlook, weighted by the share of decided opportunities that were won
     * @throws NotFoundException if the pipeline does not exist
     */
    public PipelineOutlook outlook(PipelineId pipeline) {
        Pipeline stages = required(pipeline);
        return new OutlookAnswer(stages, new ListPrices(stores.products(), tenant))
                .of(
                        stores.facts().open(tenant, Criterion.everything()),
                        WinRates.history(pipeline, opportunities(stores.facts().totals())));
    }

    /**
     * Forecasts what the open opportunities of a pipeline will come to.
     *
     * <p>Win probabilities come from how opportunities have ended by age, those still open counted as open. As of
     * the first of each past month it is forecast what is won within 90 days, and held against what was; how far those
     * forecasts missed beyond chance widens the ranges. It reads the pipeline's opportunities once, block by block.
     *
     * @param pipeline the pipeline
     * @param asOf the last day that counts as known, or null for the last one on which an opportunity was opened or
     *     closed
     * @return the forecast; without opportunities of nothing, as of the first day of 1970 where no day is given
     * @throws NotFoundException if the pipeline does not exist
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public PipelineForecast forecast(PipelineId pipeline, @Nullable LocalDate asOf) {
        if (asOf != null) {
            Given.day("asOf", asOf);
        }
        Pipeline stages = required(pipeline);
        OpportunityHistory history = new OpportunityHistory(new ListPrices(stores.products(), tenant));
        stores.facts().eachOpportunity(tenant, OpportunityFields.PIPELINE.is(pipeline), history::add);
        LocalDate day = asOf == null ? history.lastDay().orElse(LocalDate.EPOCH) : asOf;
        return new ForecastAnswer(history, day).of(stages.name());
    }

    /**
     * Says how probable a contract is for each open opportunity of a pipeline, learned from the tenant's own history: how
     * long opportunities stayed in each stage, and where they went from there, those still open counted as open.
     *
     * <p>The model is tried on the last twelve months first: as of every thirtieth day it is learned from what was known
     * then, and held against what became of those that were open, beside what their stages said by default. It is said to
     * be enough where 30 opportunities or more were settled, of which some were won and some lost; anything else is
     * answered as not enough. It reads the journal once, by the thousand.
     *
     * @param pipeline the pipeline
     * @param asOf the instant by which what it is learned from was recorded
     * @return the chances, with what they rest on
     * @throws NotFoundException if the pipeline does not exist
     * @throws IllegalArgumentException if the instant is not in the years 1 to 9999
     */
    public WinProbabilities winProbabilities(PipelineId pipeline, Instant asOf) {
        Given.instant("asOf", asOf);
        StageVisits history = new StageVisits(required(pipeline).id());
        history.read(stores.journal(), tenant, asOf);
        return new WinProbabilityAnswer(history, new Definitions(stores, tenant), asOf, ENOUGH_SETTLED).answer();
    }

    /**
     * Adds up what was won, month by month.
     *
     * @return the months in order, one row for each currency; wins on a day not recorded come last
     */
    public List<SalesMonth> sales() {
        Comparator<YearMonth> monthsThenNone = Comparator.nullsLast(Comparator.naturalOrder());
        return stores.facts().sales(tenant, Criterion.everything()).stream()
                .map(sum -> new SalesMonth(
                        sum.month(),
                        sum.count(),
                        sum.total() == null
                                ? null
                                : new Amount(sum.total().amount(), sum.total().currency())))
                .sorted(Comparator.comparing(SalesMonth::month, monthsThenNone)
                        .thenComparing(month -> month.total() == null
                                ? ""
                                : month.total().currency().getCurrencyCode()))
                .toList();
    }

    private List<OpportunityCount> opportunities(Facts facts) {
        return facts.opportunities(tenant, Criterion.everything());
    }

    private Pipeline required(PipelineId pipeline) {
        return stores.pipelines()
                .find(tenant, requireNonNull(pipeline, "pipeline"))
                .orElseThrow(() -> new NotFoundException(pipeline));
    }
}

package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.ConvertedSum;
import io.crmkit.core.value.DatedMoney;
import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.Given;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.RateRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.CategorySum;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.ConvertedWaterfall;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.core.view.PortfolioRow;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.forecast.ForecastRollUp;
import io.crmkit.metrics.forecast.ForecastRollUp.Level;
import io.crmkit.metrics.forecast.Waterfall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The open opportunities as they were recorded by any instant: what they are worth, where they stand, and what came and
 * went between two instants.
 *
 * <p>As of an instant means what was <em>recorded</em> by then, whenever it took place: what is entered late does not
 * rewrite what was known. An answer reads the changes recorded since and the opportunities once, by the thousand. Names of
 * teams, and who may be seen, are as they are now.
 *
 * <p>Currencies stay apart, unless a {@link RatePolicy} is given.
 */
public final class Portfolios {

    private final Stores stores;
    private final TenantId tenant;
    private final ZoneId zone;
    private final Function<Set<RateRequest>, List<ExchangeRate>> rates;

    /**
     * Serves one tenant.
     *
     * @param stores where records are kept
     * @param tenant the tenant whose portfolio it is
     * @param zone the zone whose days count
     * @param rates knows exchange rates
     */
    public Portfolios(
            Stores stores, TenantId tenant, ZoneId zone, Function<Set<RateRequest>, List<ExchangeRate>> rates) {
        this.stores = requireNonNull(stores, "stores");
        this.tenant = requireNonNull(tenant, "tenant");
        this.zone = requireNonNull(zone, "zone");
        this.rates = requireNonNull(rates, "rates");
    }

    /**
     * Lists the opportunities there were, each with its phase, its dates and its value.
     *
     * @param asOf the instant by which they were recorded
     * @param request how many, and after which
     * @return the page, by ascending identity, won and lost ones too; a page may hold fewer than asked for, and is the last
     *     only where it says so
     */
    public Page<OpportunityState> opportunities(Instant asOf, PageRequest request) {
        PastOpportunities past = new PastOpportunities(stores, tenant, Given.instant("asOf", asOf));
        var page = past.page(requireNonNull(request, "request"));
        List<OpportunityState> states = page.items().stream()
                .flatMap(now -> past.at(asOf, now).stream())
                .toList();
        return new Page<>(states, page.last());
    }

    /**
     * Lays out what was open.
     *
     * @param asOf the instant by which it was recorded
     * @param by what to lay it out by; a row for each combination that occurs, and for each currency
     * @return the rows, in a stable order; none where nothing was open
     */
    public List<PortfolioRow> open(Instant asOf, PortfolioDimension... by) {
        Given.instant("asOf", asOf);
        Given.each("by", Arrays.asList(requireNonNull(by, "by")));
        PortfolioTable table = new PortfolioTable(Set.copyOf(Arrays.asList(by)), new Directory(stores, tenant));
        each(asOf, state -> {
            if (state.isOpen()) {
                table.add(state);
            }
        });
        return table.rows();
    }

    private void each(Instant asOf, Consumer<OpportunityState> to) {
        PastOpportunities past = new PastOpportunities(stores, tenant, Given.instant("asOf", asOf));
        past.each(now -> past.at(asOf, now).ifPresent(to));
    }

    /**
     * Forecasts what closes in a period, category by category.
     *
     * <p>What is open and expected to close in it stands in its own category; what was won in it, by the day it closed, is
     * closed; what was lost counts for nothing, whatever its probability. Opportunities without an amount are left out.
     *
     * @param asOf the instant by which it was recorded
     * @param closing the days
     * @return six sums for each currency, from omitted to closed, by currency code
     */
    public List<CategorySum> forecast(Instant asOf, ClosePeriod closing) {
        requireNonNull(closing, "closing");
        Map<String, List<ForecastRollUp.Entry>> byCurrency = new TreeMap<>();
        each(
                asOf,
                state -> share(state, closing)
                        .ifPresent(entry -> byCurrency
                                .computeIfAbsent(entry.amount().currency().getCurrencyCode(), code -> new ArrayList<>())
                                .add(entry)));
        List<CategorySum> sums = new ArrayList<>();
        byCurrency.forEach((code, entries) -> {
            ForecastRollUp rollUp = ForecastRollUp.of(Currency.getInstance(code), entries, List.of());
            for (ForecastCategory category : ForecastCategory.values()) {
                sums.add(new CategorySum(
                        category,
                        rollUp.single(metric(category), Level.GROSS),
                        rollUp.cumulative(metric(category), Level.GROSS)));
            }
        });
        return List.copyOf(sums);
    }

    private static Optional<ForecastRollUp.Entry> share(OpportunityState state, ClosePeriod closing) {
        Money amount = state.amount();
        LocalDate day =
                state.isOpen() ? state.dates().expectedClose() : state.dates().closedOn();
        boolean counts = state.standing().outcome() != Outcome.LOST && day != null && closing.contains(day);
        if (amount == null || !counts) {
            return Optional.empty();
        }
        ForecastCategory category = state.isOpen() ? state.category() : ForecastCategory.CLOSED;
        return Optional.of(new ForecastRollUp.Entry(metric(category), new Amount(amount.amount(), amount.currency())));
    }

    private static io.crmkit.metrics.forecast.ForecastCategory metric(ForecastCategory category) {
        return switch (category) {
            case OMITTED -> io.crmkit.metrics.forecast.ForecastCategory.OMITTED;
            case PIPELINE -> io.crmkit.metrics.forecast.ForecastCategory.PIPELINE;
            case BEST_CASE -> io.crmkit.metrics.forecast.ForecastCategory.BEST_CASE;
            case MOST_LIKELY -> io.crmkit.metrics.forecast.ForecastCategory.MOST_LIKELY;
            case COMMIT -> io.crmkit.metrics.forecast.ForecastCategory.COMMIT;
            case CLOSED -> io.crmkit.metrics.forecast.ForecastCategory.CLOSED;
        };
    }

    /**
     * Adds up what was open in one currency.
     *
     * @param asOf the instant by which it was recorded; its day is the one asked about
     * @param policy by which rates to convert; a deal's document date is the day it was opened, its close date the day it
     *     is expected to close
     * @return the sum, with the rates used; opportunities without an amount count for nothing
     * @throws io.crmkit.core.value.MissingRateException if a rate is needed that is not known
     */
    public ConvertedSum worth(Instant asOf, RatePolicy policy) {
        requireNonNull(policy, "policy");
        record Days(Currency currency, Optional<LocalDate> opened, Optional<LocalDate> closing) {}
        Map<Days, Money> sums = new HashMap<>();
        each(asOf, state -> {
            Money amount = state.amount();
            if (state.isOpen() && amount != null) {
                Days days = new Days(
                        amount.currency(),
                        Optional.ofNullable(state.dates().openedOn()),
                        Optional.ofNullable(state.dates().expectedClose()));
                sums.merge(days, amount, Money::plus);
            }
        });
        Collection<DatedMoney> amounts = new ArrayList<>();
        sums.forEach((days, sum) -> amounts.add(
                new DatedMoney(sum, days.opened().orElse(null), days.closing().orElse(null))));
        return ConvertedSum.of(policy, amounts, LocalDate.ofInstant(asOf, zone), rates);
    }

    /**
     * Tells what came and went between two instants, and why.
     *
     * <p>One waterfall for each currency. An opportunity whose currency changed is removed from the one and new in the
     * other; one without an amount, or with one below zero, counts as worth nothing.
     *
     * @param between the two instants
     * @param closing the days on which an opportunity must be expected to close to belong to the pipeline
     * @param owners the sellers whose pipeline it is, or none for everybody's
     * @return the waterfalls, by currency code; none where there is nothing at either instant
     */
    public List<Waterfall> waterfall(Period between, ClosePeriod closing, Set<SellerId> owners) {
        PastOpportunities past = begun(between, closing, owners);
        WaterfallEntries entries = new WaterfallEntries(owners);
        past.each(now -> entries.add(past.at(between.from(), now), past.at(between.until(), now)));
        return entries.between(closing);
    }

    /**
     * Tells what came and went between two instants, and why, in one currency.
     *
     * <p>The day asked about is that of the later instant, for both: a change of the rates alone moves nothing. A deal's
     * document date is the day it was opened; its close date the day it closed or is expected to, so that by
     * {@link RatePolicy.RateDay#CLOSE} one that is expected on another day may be worth more or less.
     *
     * @param between the two instants
     * @param closing the days on which an opportunity must be expected to close to belong to the pipeline
     * @param owners the sellers whose pipeline it is, or none for everybody's
     * @param policy by which rates to convert
     * @return the waterfall, with the rates used
     * @throws io.crmkit.core.value.MissingRateException if a rate is needed that is not known
     */
    public ConvertedWaterfall waterfall(Period between, ClosePeriod closing, Set<SellerId> owners, RatePolicy policy) {
        PastOpportunities past = begun(between, closing, owners);
        ConvertedEntries entries = new ConvertedEntries(owners);
        past.each(now -> entries.add(past.at(between.from(), now), past.at(between.until(), now)));
        return entries.between(closing, policy, LocalDate.ofInstant(between.until(), zone), rates);
    }

    private PastOpportunities begun(Period between, ClosePeriod closing, Set<SellerId> owners) {
        requireNonNull(closing, "closing");
        requireNonNull(owners, "owners");
        Given.instant("between.from", requireNonNull(between, "between").from());
        Given.instant("between.until", between.until());
        return new PastOpportunities(stores, tenant, between.from());
    }
}

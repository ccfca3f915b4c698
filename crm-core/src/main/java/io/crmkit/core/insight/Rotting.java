package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.RottingAnswer;
import io.crmkit.core.view.RottingAnswer.Verdict;
import io.crmkit.core.view.RottingRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which opportunities have grown stale at an instant.
 *
 * <p>The clock starts when the stage was entered, or the last meaningful activity was held, whichever came later. It stands
 * still on hold, and while an activity is planned that is not overdue. As many days as the stage allows, in the version of
 * the pipeline the opportunity is in, make it rotten.
 */
public final class Rotting {

    private final Stores stores;
    private final TenantId tenant;
    private final ZoneId zone;
    private final RottingRule rule;
    private final Instant now;
    private final Definitions definitions;
    private final BiFunction<String, Map<String, Object>, String> words;

    /* what is known of one opportunity's activities */
    private static final class Evidence {
        private @Nullable Activity held;
        private @Nullable Activity planned;
    }

    /**
     * Asks about one instant.
     *
     * @param stores where records are kept
     * @param tenant whose they are
     * @param zone the zone days are told in
     * @param rule what keeps an opportunity from growing stale
     * @param now the instant
     * @param words puts a message of this library into words, from its key and what it names
     */
    public Rotting(
            Stores stores,
            TenantId tenant,
            ZoneId zone,
            RottingRule rule,
            Instant now,
            BiFunction<String, Map<String, Object>, String> words) {
        this.stores = requireNonNull(stores, "stores");
        this.tenant = requireNonNull(tenant, "tenant");
        this.zone = requireNonNull(zone, "zone");
        this.rule = requireNonNull(rule, "rule");
        this.now = requireNonNull(now, "now");
        this.words = requireNonNull(words, "words");
        definitions = new Definitions(stores, tenant);
    }

    /**
     * Says whether an opportunity has grown stale, and why.
     *
     * @param opportunity the opportunity
     * @return the answer
     */
    public RottingAnswer of(Opportunity opportunity) {
        Evidence evidence = evidence(List.of(opportunity)).getOrDefault(opportunity.id(), new Evidence());
        return answer(opportunity, evidence);
    }

    /**
     * Lists a seller's rotten opportunities. Those that cannot be rotten yet are not read; the activities of a page are
     * read together.
     *
     * @param owner the seller
     * @param request how many to look at, and after which
     * @return the rotten ones, by ascending identity; a page may hold fewer than asked for, even none, and is the last only
     *     where it says so
     */
    public Page<RottingAnswer> rotten(SellerId owner, PageRequest request) {
        Page<Opportunity> page = stores.opportunities().select(tenant, candidates(owner), request);
        Map<OpportunityId, Evidence> evidence = evidence(page.items());
        List<RottingAnswer> rotten = page.items().stream()
                .map(each -> answer(each, evidence.getOrDefault(each.id(), new Evidence())))
                .filter(answer -> answer.verdict() == Verdict.ROTTEN)
                .toList();
        return new Page<>(rotten, page.last());
    }

    private Criterion<Opportunity> candidates(SellerId owner) {
        Criterion<Opportunity> old = definitions
                .rotting((standing, days) -> standing.and(OpportunityFields.ENTERED_AT
                        .atMost(now.minus(Duration.ofDays(days)))
                        .or(OpportunityFields.ENTERED_AT.isSet().not())))
                .reduce(Criterion::or)
                .orElse(Criterion.nothing());
        return OpportunityFields.OWNER
                .is(owner)
                .and(OpportunityFields.OUTCOME.is(Outcome.OPEN))
                .and(old);
    }

    private Map<OpportunityId, Evidence> evidence(Collection<Opportunity> opportunities) {
        Map<OpportunityId, Evidence> evidence = new HashMap<>();
        if (!opportunities.isEmpty()) {
            Criterion<Activity> telling = ActivityFields.OPPORTUNITY
                    .in(opportunities.stream().map(Opportunity::id).toList())
                    .and(planned().or(held(opportunities)));
            Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
            while (request.isPresent()) {
                Page<Activity> page = stores.activities().select(tenant, telling, request.get());
                page.items().forEach(activity -> note(activity, evidence));
                request = page.next(PageRequest.LARGEST);
            }
        }
        return evidence;
    }

    private Criterion<Activity> planned() {
        return ActivityFields.STATE.is(ActivityState.PLANNED).and(ActivityFields.AT.atLeast(now));
    }

    /* what was held before all of them entered their stages starts no clock */
    private Criterion<Activity> held(Collection<Opportunity> opportunities) {
        Criterion<Activity> held = ActivityFields.STATE
                .is(ActivityState.HELD)
                .and(ActivityFields.TYPE.in(rule.meaningful()))
                .and(ActivityFields.AT.atMost(now));
        Instant earliest = now;
        for (Opportunity opportunity : opportunities) {
            Instant entered = entered(opportunity);
            if (entered == null) {
                return held;
            }
            earliest = entered.isBefore(earliest) ? entered : earliest;
        }
        return held.and(ActivityFields.AT.atLeast(earliest));
    }

    private @Nullable Instant entered(Opportunity opportunity) {
        Instant entered = opportunity.standing().enteredAt();
        var opened = opportunity.dates().openedOn();
        return entered != null || opened == null
                ? entered
                : opened.atStartOfDay(zone).toInstant();
    }

    private static void note(Activity activity, Map<OpportunityId, Evidence> evidence) {
        OpportunityId about = requireNonNull(activity.subjects().opportunity());
        Evidence of = evidence.computeIfAbsent(about, none -> new Evidence());
        if (activity.state() == ActivityState.HELD) {
            of.held = of.held == null || activity.at().isAfter(of.held.at()) ? activity : of.held;
        } else {
            of.planned = of.planned == null || activity.at().isBefore(of.planned.at()) ? activity : of.planned;
        }
    }

    private RottingAnswer answer(Opportunity opportunity, Evidence evidence) {
        return new RottingCase(opportunity, definitions, zone, words)
                .answer(entered(opportunity), evidence.held, evidence.planned, now);
    }
}

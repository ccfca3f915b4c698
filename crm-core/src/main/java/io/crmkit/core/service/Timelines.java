package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.AffiliationFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.port.Store;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happened around an opportunity, a person or a company: activities, stage moves and other changes in one order,
 * the newest first. Nothing here is written: each page is read from the activities, the documents and the
 * journal as they are.
 *
 * <p>Definition: a record's timeline holds the activities about it, at their present instant, its own changes, and
 * the documents for it, the host's included, where they were recorded or the host gave a feed.
 * <ul>
 *   <li>A person's also holds those of the people merged into it.
 *   <li>A company's also holds those of the companies merged into it, of the opportunities that are theirs now, and of
 *       its people, each for as long as the person was there: who moves on takes nothing along, and leaves nothing that
 *       happens afterwards.
 *   <li>Asked for a record that was merged into another, the answer is the other's timeline.
 *   <li>A record that does not exist, or is another tenant's, has no entries.
 * </ul>
 */
public final class Timelines {

    private final Call call;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Timelines(Call call) {
        this.call = requireNonNull(call, "call");
    }

    /**
     * Lists one page of an opportunity's timeline.
     *
     * @param id the opportunity
     * @param request which entries, from where, how many
     * @return the page
     */
    public TimelinePage of(OpportunityId id, TimelineRequest request) {
        return page(List.of(Scope.of(requireNonNull(id, "id"))), request);
    }

    /**
     * Lists one page of a person's timeline.
     *
     * @param id the person
     * @param request which entries, from where, how many
     * @return the page
     */
    public TimelinePage of(PersonId id, TimelineRequest request) {
        return page(scopes(merged(people(), id), Scope::of), request);
    }

    /**
     * Lists one page of a company's timeline.
     *
     * @param id the company
     * @param request which entries, from where, how many
     * @return the page
     */
    public TimelinePage of(CompanyId id, TimelineRequest request) {
        return page(companyScopes(id), request);
    }

    private List<Scope> companyScopes(CompanyId id) {
        Set<CompanyId> companies = merged(companies(), id);
        List<CompanyId> all = List.copyOf(companies);
        List<Scope> scopes = scopes(companies, Scope::of);
        each(call.stores().opportunities(), OpportunityFields.COMPANY.in(all), deal -> scopes.add(Scope.of(deal.id())));
        each(call.stores().affiliations(), AffiliationFields.COMPANY.in(all), stay -> scopes.add(during(stay)));
        return scopes;
    }

    /* days begin where the caller is */
    private Scope during(Affiliation stay) {
        return Scope.of(stay.person()).during(start(stay.from()), start(stay.until()));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(call.clock().getZone()).toInstant();
    }

    private TimelinePage page(List<Scope> scopes, TimelineRequest request) {
        requireNonNull(request, "request");
        return call.stores().timeline().page(call.tenant(), request.of(scopes, Criterion.everything()));
    }

    private static <I> List<Scope> scopes(Collection<I> ids, Function<I, Scope> scope) {
        return new ArrayList<>(ids.stream().map(scope).toList());
    }

    /** Records that may be merged into one another. */
    private record Merging<N extends Noun<I>, I extends Identifier>(
            Store<N, I> store, Field<N, I> mergedInto, Function<N, @Nullable I> survivor) {}

    private Merging<Person, PersonId> people() {
        return new Merging<>(call.stores().people(), PersonFields.MERGED_INTO, Person::mergedInto);
    }

    private Merging<Company, CompanyId> companies() {
        return new Merging<>(call.stores().companies(), CompanyFields.MERGED_INTO, Company::mergedInto);
    }

    /* the record that lives, and all that were merged into it, one through another or not */
    private <N extends Noun<I>, I extends Identifier> Set<I> merged(Merging<N, I> merging, I id) {
        Set<I> all = new LinkedHashSet<>();
        List<I> fresh = List.of(survivor(merging, id));
        while (!fresh.isEmpty()) {
            all.addAll(fresh);
            List<I> next = new ArrayList<>();
            for (int from = 0; from < fresh.size(); from += PageRequest.LARGEST) {
                List<I> portion = fresh.subList(from, Math.min(fresh.size(), from + PageRequest.LARGEST));
                each(merging.store(), merging.mergedInto().in(portion), noun -> next.add(noun.id()));
            }
            next.removeAll(all);
            fresh = next;
        }
        return all;
    }

    private <N extends Noun<I>, I extends Identifier> I survivor(Merging<N, I> merging, I id) {
        Set<I> seen = new LinkedHashSet<>();
        I living = requireNonNull(id, "id");
        while (seen.add(living)) {
            Optional<N> found = merging.store().find(call.tenant(), living);
            I into = found.isEmpty() ? null : merging.survivor().apply(found.get());
            living = into == null ? living : into;
        }
        return living;
    }

    private <N extends Noun<I>, I extends Identifier> void each(
            Store<N, I> store, Criterion<N> criterion, Consumer<N> taken) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<N> page = store.select(call.tenant(), criterion, request.get());
            page.items().forEach(taken);
            request = page.next(PageRequest.LARGEST);
        }
    }
}

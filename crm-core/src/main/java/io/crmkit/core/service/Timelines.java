package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
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
import io.crmkit.core.value.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happened around an opportunity, a person or a company: activities, stage moves and other changes in one order,
 * the newest first. Nothing here is written: each page is read from the activities and the journal as they are.
 *
 * <p>Definition: a record's timeline holds the activities about it, at their present instant, and its own changes.
 * <ul>
 *   <li>A person's also holds those of the people merged into it.
 *   <li>A company's also holds those of the companies merged into it, and of the opportunities that are theirs now.
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
        return page(companyScopes(id, List.of()), request);
    }

    /**
     * Collects what belongs to a company's timeline.
     *
     * @param id the company
     * @param affiliated its people, each for as long as the person was there; who has moved on stays, for that while
     * @return the scopes
     */
    List<Scope> companyScopes(CompanyId id, Collection<Scope> affiliated) {
        Set<CompanyId> companies = merged(companies(), id);
        List<Scope> scopes = scopes(companies, Scope::of);
        scopes.addAll(scopes(
                all(call.stores().opportunities(), OpportunityFields.COMPANY.in(List.copyOf(companies))), Scope::of));
        scopes.addAll(affiliated);
        return scopes;
    }

    /**
     * Lists one page of a timeline that is made of scopes.
     *
     * @param scopes the scopes
     * @param request which entries, from where, how many
     * @return the page
     */
    TimelinePage page(List<Scope> scopes, TimelineRequest request) {
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
                next.addAll(all(merging.store(), merging.mergedInto().in(portion)));
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

    private <N extends Noun<I>, I extends Identifier> List<I> all(Store<N, I> store, Criterion<N> criterion) {
        List<I> ids = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            var page = store.select(call.tenant(), criterion, request.get());
            page.items().forEach(noun -> ids.add(noun.id()));
            request = page.next(PageRequest.LARGEST);
        }
        return ids;
    }
}

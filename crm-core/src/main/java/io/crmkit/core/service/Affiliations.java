package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.AffiliationFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Tenure;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who belongs to which company, in which role, since when and until when. */
public final class Affiliations extends ExtensibleRecords<Affiliation, AffiliationId> {

    private static final Comparator<Affiliation> BY_BEGINNING = Comparator.comparing(
                    Affiliation::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(one -> one.id().toString());

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Affiliations(Call call) {
        super(call, call.stores().affiliations());
    }

    /**
     * Says that a person belongs to a company.
     *
     * @param command who, where, as what and when
     * @return the affiliation as stored
     * @throws InvalidCommandException if a field breaks its rule, or the person has the same role at the same company on
     *     one of these days already
     * @throws NotFoundException if the person or the company does not exist
     */
    public Affiliation join(JoinCompany command) {
        JoinCompany join = checked(command);
        requireKnown(join);
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> joined(recording, join));
    }

    /**
     * Ends an affiliation.
     *
     * @param id the affiliation
     * @param until the first day it is no longer so
     * @param from the revision the caller has seen
     * @return the affiliation as stored
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws InvalidCommandException if it ended before that day, or began on it or later
     */
    public Affiliation end(AffiliationId id, LocalDate until, Revision from) {
        Affiliation stored = current(id, from);
        return changed(stored, ended(stored, until));
    }

    /**
     * Ends an affiliation and begins another of the same person, in one transaction.
     *
     * @param id the affiliation that ends, on the day the other begins
     * @param from the revision the caller has seen
     * @param next the affiliation that begins
     * @return the affiliation that began, as stored
     * @throws NotFoundException if the affiliation or the other company does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws InvalidCommandException if a field breaks its rule, the day is not given or is not one the first can end on,
     *     the person is another, or the role overlaps; nothing is stored then
     */
    public Affiliation moveOn(AffiliationId id, Revision from, JoinCompany next) {
        JoinCompany join = checked(next);
        Affiliation stored = current(id, from);
        LocalDate day = join.from();
        if (day == null) {
            throw refused("JoinCompany", "from", null, Rule.of("crmkit.fromOfNext"));
        }
        if (!join.person().equals(stored.person())) {
            Rule broken = Rule.of("crmkit.samePerson", "person", stored.person());
            throw refused("JoinCompany", "person", join.person(), broken);
        }
        Affiliation ended = ended(stored, day);
        requireKnown(join);
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            locked(recording, join.person());
            recording.save(store(), stored, ended);
            return joined(recording, join);
        });
    }

    /**
     * Lists the affiliations of a person.
     *
     * @param person the person
     * @return all of them, the one that began first at the front
     */
    public List<Affiliation> ofPerson(PersonId person) {
        return all(AffiliationFields.PERSON.is(person));
    }

    /**
     * Lists the affiliations with a company on a day.
     *
     * @param company the company
     * @param day the day
     * @param request how many, and after which
     * @return the page, by ascending identity
     */
    public Page<Affiliation> ofCompany(CompanyId company, LocalDate day, PageRequest request) {
        return store().select(
                        call().tenant(),
                        AffiliationFields.COMPANY.is(company).and(AffiliationFields.on(day)),
                        requireNonNull(request, "request"));
    }

    /**
     * Lists the companies a person belonged to on a day.
     *
     * @param person the person
     * @param day the day
     * @return each company once, the person's first one at the front, then in the order in which they were joined
     */
    public List<CompanyId> companiesOf(PersonId person, LocalDate day) {
        return all(AffiliationFields.PERSON.is(person).and(AffiliationFields.on(day))).stream()
                .sorted(Comparator.comparing(one -> !one.primary()))
                .map(Affiliation::company)
                .distinct()
                .toList();
    }

    /**
     * Obtains when each person belonged to a company, whatever the roles.
     *
     * @param company the company
     * @return for each person the fewest tenures that cover the days, in ascending order
     */
    public Map<PersonId, List<Tenure>> tenuresAt(CompanyId company) {
        Map<PersonId, List<Tenure>> each = new LinkedHashMap<>();
        for (Affiliation one : all(AffiliationFields.COMPANY.is(company))) {
            each.computeIfAbsent(one.person(), person -> new ArrayList<>()).add(one.tenure());
        }
        each.replaceAll((person, tenures) -> Tenure.union(tenures));
        return each;
    }

    private List<Affiliation> all(Criterion<Affiliation> criterion) {
        List<Affiliation> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Affiliation> page = store().select(call().tenant(), criterion, request.get());
            all.addAll(page.items());
            request = page.next(PageRequest.LARGEST);
        }
        all.sort(BY_BEGINNING);
        return all;
    }

    private Affiliation joined(Recording recording, JoinCompany join) {
        locked(recording, join.person());
        Affiliation fresh = fresh(join);
        List<Affiliation> others = ofPerson(join.person()).stream()
                .filter(other -> other.tenure().overlaps(fresh.tenure()))
                .toList();
        others.forEach(other -> requireOther(fresh, other));
        if (fresh.primary()) {
            others.stream()
                    .filter(Affiliation::primary)
                    .forEach(other -> recording.save(store(), other, other.withPrimary(false)));
        }
        return recording.save(store(), null, fresh);
    }

    private void requireKnown(JoinCompany join) {
        new Mentions().add(join.person()).add(join.company()).require(call());
    }

    private Affiliation fresh(JoinCompany join) {
        return new Affiliation(
                new AffiliationId(call().ids().next()),
                Revision.NONE,
                join.person(),
                join.company(),
                join.role(),
                join.from(),
                join.until(),
                join.primary());
    }

    /* saved as it is, which locks it: who lets the same person join at the same time waits, and then finds this one */
    private void locked(Recording recording, PersonId id) {
        Person person = call().stores().people().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
        recording.save(call().stores().people(), person, person);
    }

    private void requireOther(Affiliation fresh, Affiliation other) {
        if (other.company().equals(fresh.company()) && Objects.equals(other.role(), fresh.role())) {
            Map<String, Object> already =
                    Map.of("from", shown(other.from()), "until", shown(other.until()), "affiliation", other.id());
            throw refused("JoinCompany", "role", fresh.role(), new Rule("crmkit.overlap", already));
        }
    }

    private Affiliation ended(Affiliation stored, LocalDate until) {
        LocalDate first = stored.from();
        if (FieldType.DATE.brokenRule(requireNonNull(until, "until")) != null) {
            throw refused("EndAffiliation", "until", until, Rule.of("crmkit.fourDigitYear"));
        }
        if (first != null && !until.isAfter(first)) {
            throw refused("EndAffiliation", "until", until, Rule.of("crmkit.afterFirstDay", "first", first));
        }
        if (!stored.tenure().covers(until.minusDays(1))) {
            Rule broken = Rule.of("crmkit.notAfterEnd", "until", shown(stored.until()));
            throw refused("EndAffiliation", "until", until, broken);
        }
        return stored.withUntil(until);
    }

    private JoinCompany checked(JoinCompany command) {
        JoinCompany join = call().commands().check(command);
        LocalDate first = join.from();
        LocalDate until = join.until();
        if (first != null && until != null && !until.isAfter(first)) {
            throw refused("JoinCompany", "until", until, Rule.of("crmkit.afterFirstDay", "first", first));
        }
        return join;
    }

    private InvalidCommandException refused(String command, String field, @Nullable Object value, Rule rule) {
        return call().commands().refused(command, field, value, rule);
    }

    private String shown(@Nullable LocalDate day) {
        return day == null ? call().commands().words("crmkit.unknownDay", Map.of()) : day.toString();
    }

    private Store<Affiliation, AffiliationId> store() {
        return call().stores().affiliations();
    }
}

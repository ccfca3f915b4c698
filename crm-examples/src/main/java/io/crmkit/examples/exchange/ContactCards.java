package io.crmkit.examples.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.AffiliationFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people and companies of a CRM as vCards, out in version 4.0 and in from any (RFC 6350).
 *
 * <p>A person's card names the companies the person belongs to on the day the cards are written, with the role there. It
 * holds every contact point, with its label, and those not to be used marked by {@code X-CRMKIT-STATUS}: hand cards to
 * others {@linkplain ContactCard#usable() without those}.
 */
public final class ContactCards {

    private final CrmSession session;
    private final LocalDate today;

    /**
     * Serves one session.
     *
     * @param session as whom people and companies are read and added
     * @param today the day the cards are true on
     */
    public ContactCards(CrmSession session, LocalDate today) {
        this.session = requireNonNull(session, "session");
        this.today = requireNonNull(today, "today");
    }

    /**
     * Returns the cards of people, such as a page of them.
     *
     * @param people at most 1,000
     * @return the cards, in the same order
     */
    public List<ContactCard> of(List<Person> people) {
        Map<Person, List<Affiliation>> affiliations = affiliations(people);
        Map<CompanyId, String> names = names(affiliations.values());
        return people.stream()
                .map(person -> card(person, affiliations.getOrDefault(person, List.of()), names))
                .toList();
    }

    /**
     * Returns the card of a company.
     *
     * @param company the company
     * @return the card
     */
    public ContactCard of(Company company) {
        return new ContactCard(
                ContactCard.Kind.COMPANY,
                company.id().value(),
                company.name(),
                company.contactPoints(),
                List.of(),
                company.tags());
    }

    /**
     * Writes cards one after another.
     *
     * @param cards the cards
     * @return the text, to be stored in UTF-8; its lines end with carriage return and line feed
     */
    public static String text(List<ContactCard> cards) {
        return cards.stream().map(CardWriter::text).collect(Collectors.joining());
    }

    /**
     * Reads cards, storing nothing.
     *
     * @param text one card or several
     * @return the cards
     * @throws IllegalArgumentException if a card breaks a rule; all of them are named
     */
    public static List<ContactCard> parse(String text) {
        List<ContactCard> cards = new ArrayList<>();
        List<CardProblem> problems = new ArrayList<>();
        CardReader.read(new java.io.StringReader(text), cards::add, problems::addAll);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(CardProblem::toString).collect(Collectors.joining("; ")));
        }
        return cards;
    }

    /**
     * Adds the people and companies of a file, a card at a time; a company that a person works for is added where none
     * of its name is stored.
     *
     * <p>A card that this library wrote, of somebody who is stored still, changes nothing. One that breaks a rule is
     * refused whole, and the others are taken all the same.
     *
     * @param text the cards, of version 2.1, 3.0 or 4.0
     * @return what became of them
     */
    public CardReport add(Reader text) {
        CardImport cards = new CardImport(session);
        CardReader.read(text, cards::take, cards::refuse);
        return cards.report();
    }

    private Map<Person, List<Affiliation>> affiliations(List<Person> people) {
        Map<Object, Person> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person));
        if (people.isEmpty()) {
            return Map.of();
        }
        List<Affiliation> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Affiliation> page = session.affiliations()
                    .select(
                            AffiliationFields.PERSON
                                    .in(people.stream().map(Person::id).toList())
                                    .and(AffiliationFields.on(today)),
                            request.get());
            all.addAll(page.items());
            request = page.next(PageRequest.LARGEST);
        }
        return all.stream().collect(Collectors.groupingBy(one -> requireNonNull(byId.get(one.person()))));
    }

    private Map<CompanyId, String> names(Collection<List<Affiliation>> affiliations) {
        Set<CompanyId> ids = affiliations.stream()
                .flatMap(List::stream)
                .map(Affiliation::company)
                .collect(Collectors.toSet());
        Map<CompanyId, String> names = new HashMap<>();
        List<CompanyId> asked = List.copyOf(ids);
        for (int from = 0; from < asked.size(); from += PageRequest.LARGEST) {
            List<CompanyId> some = asked.subList(from, Math.min(asked.size(), from + PageRequest.LARGEST));
            session.companies()
                    .select(CompanyFields.ID.in(some), PageRequest.first(PageRequest.LARGEST))
                    .items()
                    .forEach(company -> names.put(company.id(), company.name()));
        }
        return names;
    }

    /* a company that may not be seen is not named */
    private static ContactCard card(Person person, List<Affiliation> affiliations, Map<CompanyId, String> names) {
        List<Position> positions = affiliations.stream()
                .filter(one -> names.containsKey(one.company()))
                .sorted(Comparator.comparing(one -> !one.primary()))
                .map(one ->
                        new Position(requireNonNull(names.get(one.company())), one.role(), one.tenure(), one.primary()))
                .toList();
        return new ContactCard(
                ContactCard.Kind.PERSON,
                person.id().value(),
                person.name(),
                person.contactPoints(),
                positions,
                person.tags());
    }
}

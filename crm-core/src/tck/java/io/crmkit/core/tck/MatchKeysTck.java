package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKeys;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of match keys; see {@link io.crmkit.core.port.MatchKeys}. */
abstract class MatchKeysTck extends SessionTck {

    /** Only the nested class of {@link StoresTck} is made of this. */
    MatchKeysTck() {}

    private Map<String, Set<UUID>> owners(Session session, TenantId who, DuplicateKind kind, Collection<String> keys) {
        return session.stores().matchKeys().owners(who, kind, keys, 50);
    }

    private Person person(String name) {
        Person person = new Person(new PersonId(UUID.randomUUID()), Revision.NONE, name, new EmailAddress("eva@x.at"));
        return here.write(() -> here.stores().people().save(tenant, person));
    }

    private Company company(String name) {
        return here.write(() ->
                here.stores().companies().save(tenant, Company.named(new CompanyId(UUID.randomUUID()), name)));
    }

    /** Rule 1. */
    @Test
    @DisplayName("MatchKeys rule 1: finds each record under each of its keys")
    protected void findsEachRecordUnderEachOfItsKeys() {
        Person person = person("Zo\u00eb Huber");
        Company company = company("Graz Pumps GmbH");
        Lead lead = here.write(() ->
                here.stores().leads().save(tenant, Nouns.LEADS.bare().apply(Nouns.LEADS.newId())));
        assertEquals(under(person.id().value(), DuplicateKeys.of(person)), all(DuplicateKind.PERSON, person));
        assertEquals(under(company.id().value(), DuplicateKeys.of(company)), all(DuplicateKind.COMPANY, company));
        assertEquals(under(lead.id().value(), DuplicateKeys.of(lead)), all(DuplicateKind.LEAD, lead));
    }

    private Map<String, Set<UUID>> all(DuplicateKind kind, io.crmkit.core.value.Noun<?> noun) {
        Set<String> keys = new HashSet<>(DuplicateKeys.of(noun));
        keys.add("n:no+one");
        return owners(there, tenant, kind, keys);
    }

    private static Map<String, Set<UUID>> under(UUID id, Set<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> Set.of(id)));
    }

    /** Rule 1. */
    @Test
    @DisplayName("MatchKeys rule 1: a change takes effect in its own transaction, and not once it is rolled back")
    protected void aChangeTakesEffectInItsOwnTransaction() {
        Company company = company("Graz Pumps");
        Company renamed = new Company(company.id(), company.revision(), "Linz Steel", null, null, null);
        Set<String> before = DuplicateKeys.of(company);
        Set<String> after = DuplicateKeys.of(renamed);
        here.rollBack(() -> {
            here.stores().companies().save(tenant, renamed);
            assertEquals(Map.of(), owners(here, tenant, DuplicateKind.COMPANY, before));
            assertEquals(
                    after, owners(here, tenant, DuplicateKind.COMPANY, after).keySet());
        });
        assertEquals(Map.of(), owners(there, tenant, DuplicateKind.COMPANY, after));
        assertEquals(
                before, owners(there, tenant, DuplicateKind.COMPANY, before).keySet());
        here.write(() -> here.stores().companies().save(tenant, renamed));
        assertEquals(Map.of(), owners(there, tenant, DuplicateKind.COMPANY, before));
        assertEquals(after, owners(there, tenant, DuplicateKind.COMPANY, after).keySet());
    }

    /** Rule 2. */
    @Test
    @DisplayName("MatchKeys rule 2: finds no other tenant's records, and no other kind's")
    protected void findsNoOtherTenantsRecordsAndNoOtherKinds() {
        Set<String> keys = DuplicateKeys.of(company("Graz Pumps"));
        assertEquals(Map.of(), owners(there, stranger, DuplicateKind.COMPANY, keys));
        assertEquals(Map.of(), owners(there, tenant, DuplicateKind.PERSON, keys));
        assertEquals(Map.of(), owners(there, tenant, DuplicateKind.LEAD, keys));
    }

    /** Rule 3. */
    @Test
    @DisplayName("MatchKeys rule 3: leaves out a key that too many share")
    protected void leavesOutAKeyThatTooManyShare() {
        Set<UUID> ids = Set.of(
                person("Eva Huber").id().value(),
                person("Eva Huber").id().value(),
                person("Huber Eva").id().value());
        var keys = here.stores().matchKeys();
        List<String> name = List.of("n:eva+hub");
        assertEquals(Map.of("n:eva+hub", ids), keys.owners(tenant, DuplicateKind.PERSON, name, 3));
        assertEquals(Map.of(), keys.owners(tenant, DuplicateKind.PERSON, name, 2));
        assertEquals(Map.of(), keys.owners(tenant, DuplicateKind.PERSON, List.of(), 3));
        assertEquals(PersonId.class, person("Eva").id().getClass());
    }
}

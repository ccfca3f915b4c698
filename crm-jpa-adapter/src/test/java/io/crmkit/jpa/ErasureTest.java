package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ContactDecision;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.GiveConsent;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Erasure in a database: whoever searches every column of every table finds nothing. */
class ErasureTest {

    private static final FieldKey<String> MOBILE = FieldKey.text("mobile");
    private static final List<String> WORDS = List.of("zacharias quill", "zach.quill@", "5550199", "loves quill pens");

    private final Actor actor = new Actor(new TenantId("tenant " + UUID.randomUUID()), "eva");
    private JpaSession session;
    private CrmSession crm;

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    ErasureTest() {}

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
    }

    private PersonId lived(Database database) {
        session = JpaSession.on(database);
        crm = Crm.builder()
                .stores(session.stores())
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .build()
                .as(actor);
        Person added = session.write(
                () -> crm.people().add(new AddPerson("Zacharias Quill", new EmailAddress("Zach.Quill@Example.com"))));
        session.write(() -> {
            filled(added);
            crm.consents()
                    .give(new GiveConsent(
                            added.id(),
                            Channel.EMAIL,
                            "newsletter",
                            LawfulBasis.CONSENT,
                            "web form",
                            "ticked by Zacharias Quill, +43 664 5550199",
                            null));
            return crm.activities()
                    .record(new RecordActivity(
                            ActivityType.CALL,
                            new SellerId(UUID.randomUUID()),
                            Instant.EPOCH,
                            ActivityState.HELD,
                            new ActivitySubjects(null, added.id(), null)));
        });
        return added.id();
    }

    private void filled(Person added) {
        Person filled =
                added.withCustom(CustomFields.of(MOBILE, "+43 664 5550199")).withTags(Set.of("loves Quill pens"));
        Recording.write(session.stores(), actor, Clock.systemUTC(), recording -> {
            return recording.save(session.stores().people(), added, filled);
        });
    }

    private List<?> rows(String sql) {
        return session.manager().createNativeQuery(sql).getResultList();
    }

    /* every column of every table, as text, in lower case */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (Object row : rows("""
                select distinct table_name, column_name from information_schema.columns
                where lower(table_name) like 'crm!_%' escape '!'""")) {
            Object[] column = (Object[]) row;
            rows("select concat(%s, '') from %s".formatted(column[1], column[0]))
                    .forEach(text -> all.append(text).append('\n'));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoWordInAnyColumnOfAnyTable(Database database) {
        PersonId person = lived(database);
        for (String word : WORDS) {
            assertTrue(everything().contains(word), word);
        }
        var reach = session.write(() -> crm.privacy().erase(person));
        assertEquals(2, reach.records());
        for (String word : WORDS) {
            assertFalse(everything().contains(word), word);
        }
        assertEquals(OptionalLong.empty(), crm.journal().firstBroken());
        assertEquals(1, crm.privacy().export(person).activities().size());
        assertTrue(session.write(() -> crm.privacy().erase(person)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void erasesNothingWhereTheHostRollsBack(Database database) {
        PersonId person = lived(database);
        var before = crm.journal().after(0);
        assertThrows(
                IllegalStateException.class,
                () -> session.write(() -> {
                    crm.privacy().erase(person);
                    throw new IllegalStateException("the host's work failed");
                }));
        assertEquals(before, crm.journal().after(0));
        for (String word : WORDS) {
            assertTrue(everything().contains(word), word);
        }
        session.write(() -> crm.privacy().erase(person));
    }

    @ParameterizedTest
    @EnumSource
    void recognisesTheAddressThatWasErased(Database database) {
        PersonId person = lived(database);
        session.write(() -> crm.privacy().erase(person));
        PersonId again = session.write(() -> crm.people()
                .add(new AddPerson("Somebody", new EmailAddress("zach.quill@example.com")))
                .id());
        session.write(() -> crm.consents().give(GiveConsent.of(again, Channel.EMAIL, "newsletter")));
        assertEquals(
                ContactDecision.Reason.SUPPRESSED,
                crm.consents()
                        .mayContact(again, Channel.EMAIL, "newsletter", Instant.now())
                        .reason());
        session.write(() -> crm.privacy().erase(again));
    }
}

package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is MariaDB's own: identities are texts, and times have no zone. */
@EnabledIf("io.crmkit.jpa.MariadbServer#isThere")
class MariadbTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant STORED = Instant.parse("2026-03-02T09:30:00.123456Z");

    private static String filled(String name) throws Exception {
        String url = Database.MARIADB.empty(name);
        Database.run(url, Database.MARIADB.script());
        Database.run(url, Database.resource("/schema/V1.sql").orElseThrow());
        return url;
    }

    @Test
    void hibernateIsToldNothingWhereItDoesNotValidate() throws Exception {
        SchemaTest.readsAll(
                Database.MARIADB,
                filled("told_nothing"),
                Map.of("hibernate.hbm2ddl.auto", "none", "hibernate.type.preferred_uuid_jdbc_type", "UUID"));
    }

    @ParameterizedTest
    @EnumSource
    void timesAreInUtcWhereverTheHostIs(Provider provider) throws Exception {
        Map<String, String> properties = new HashMap<>(Database.MARIADB.properties(provider));
        properties.put("jakarta.persistence.provider", provider.className());
        properties.put("jakarta.persistence.jdbc.url", Database.MARIADB.url(provider, filled("elsewhere")));
        properties.put("hibernate.hbm2ddl.auto", "none");
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        try (EntityManagerFactory factory = Database.opened(properties);
                JpaSession session = JpaSession.on(factory)) {
            assertEquals(
                    new Span(STORED, STORED), session.stores().facts().activitySpan(TENANT, Criterion.everything()));
            session.write(() -> session.stores().activities().save(TENANT, another()));
            Object written = session.manager()
                    .createNativeQuery(
                            "select count(*) from crm_activity where occurred_at = '2026-03-02 09:30:00.123456'")
                    .getSingleResult();
            assertEquals(2, ((Number) written).intValue());
        } finally {
            TimeZone.setDefault(here);
        }
    }

    private static Activity another() {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                Revision.NONE,
                ActivityType.CALL,
                new SellerId(UUID.randomUUID()),
                STORED,
                ActivityState.HELD,
                ActivitySubjects.NONE,
                null);
    }
}

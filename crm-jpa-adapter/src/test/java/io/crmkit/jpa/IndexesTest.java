package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hot queries, as PostgreSQL plans them among 100,000 records of one tenant and of others: each uses its index. */
class IndexesTest {

    private static final String TENANT = "tenant " + UUID.randomUUID();
    private static final JpaSession SESSION = JpaSession.on(Database.POSTGRESQL);

    @BeforeAll
    static void fill() {
        SESSION.write(() -> {
            run("""
                    insert into crm_activity (id, tenant, revision, type_code, seller_id, occurred_at, state, company_id,
                        person_id, opportunity_id,
                        participant_count, seller_count, tags)
                    select gen_random_uuid(), case when n % 2 = 0 then '{tenant}' else '{tenant} ' || n % 50 end, 1, 'call',
                        md5('seller' || n % 100)::uuid, timestamptz '2026-01-01Z' + n * interval '7 minutes', 'held',
                        md5('company' || n % 1000)::uuid, md5('person' || n % 5000)::uuid,
                        md5('opportunity' || n % 5000)::uuid, 0, 1, E'\\n'
                    from generate_series(1, 100000) n""");
            run("""
                    insert into crm_company (id, tenant, revision, name, name_folded, owner_id, sales_stage, state, tags)
                    select md5('company' || n)::uuid, case when n % 2 = 0 then '{tenant}' else '{tenant} ' || n % 50 end, 1,
                        'Company ' || n, 'company ' || n, md5('seller' || n % 100)::uuid, 'customer', 'active', E'\\n'
                    from generate_series(1, 20000) n""");
            run("""
                    insert into crm_match_key (owner_id, match_key, tenant, kind)
                    select md5('company' || n)::uuid, 'name ' || n,
                        case when n % 2 = 0 then '{tenant}' else '{tenant} ' || n % 50 end, 'company'
                    from generate_series(1, 20000) n""");
            run("""
                    insert into crm_journal (tenant, sequence_number, actor, subject_kind, subject_id, revision, kind,
                        entry_kind, occurred_at, recorded_at, fields, salt, hash)
                    select '{tenant}', n, 'anna', 'company',
                        md5('company' || case when n % 4 = 0 then 0 else n % 1000 end)::uuid, 1, 'changed', 'field-change',
                        timestamptz '2026-01-01Z' + n * interval '7 minutes',
                        timestamptz '2026-01-01Z' + n * interval '7 minutes', '[]', 'salt', 'hash'
                    from generate_series(1, 100000) n""");
            return SESSION;
        });
        SESSION.write(() -> {
            List.of("crm_activity", "crm_company", "crm_match_key", "crm_journal")
                    .forEach(table -> run("analyze " + table));
            return SESSION;
        });
    }

    @AfterAll
    static void close() {
        SESSION.write(() -> {
            List.of("crm_activity", "crm_company", "crm_match_key", "crm_journal")
                    .forEach(table -> run("delete from " + table + " where tenant like '{tenant}%'"));
            return SESSION;
        });
        SESSION.close();
    }

    private static void run(String sql) {
        SESSION.manager().createNativeQuery(sql.replace("{tenant}", TENANT)).executeUpdate();
    }

    private static String plan(String sql) {
        List<?> lines = SESSION.manager()
                .createNativeQuery("explain " + sql.replace("{tenant}", TENANT))
                .getResultList();
        return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /* what Hibernate sends, but for the columns read and the values in place of parameters */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a timeline's page | crm_activity_of_company_at | crm_activity t where t.company_id = md5('company2')::uuid and t.occurred_at <= timestamptz '2026-12-01Z' and (t.occurred_at < timestamptz '2026-12-01Z' or t.id < md5('x')::uuid) and t.tenant = '{tenant}' order by t.occurred_at desc, t.id desc limit 51
            a timeline's changes | crm_journal_of_subject_at | crm_journal t where t.subject_id in (md5('company0')::uuid) and t.tenant = '{tenant}' order by t.occurred_at desc, t.sequence_number desc limit 51
            a store's page | crm_activity_by_tenant | crm_activity t where t.tenant = '{tenant}' and t.id > md5('x')::uuid order by t.id limit 101
            the activities of a period | crm_activity_by_occurred_at | crm_activity t where t.tenant = '{tenant}' and t.state = 'held' and t.occurred_at >= timestamptz '2026-03-01Z' and t.occurred_at < timestamptz '2026-03-08Z'
            the companies of a seller | crm_company_by_owner | crm_company t where t.tenant = '{tenant}' and t.owner_id = md5('seller2')::uuid order by t.id limit 101
            the company of a name | crm_company_by_name | crm_company t where t.tenant = '{tenant}' and t.name in ('Company 2', 'Company 4')
            the changes after a sequence | crm_journal_pk | crm_journal t where t.tenant = '{tenant}' and t.sequence_number > 70000 order by t.sequence_number limit 1000
            the changes of a record | crm_journal_by_subject | crm_journal t where t.tenant = '{tenant}' and t.subject_id = md5('company2')::uuid and t.sequence_number > 70000 order by t.sequence_number limit 1000
            the changes of a period | crm_journal_by_recorded_at | crm_journal t where t.tenant = '{tenant}' and t.recorded_at >= timestamptz '2026-03-01Z' and t.recorded_at < timestamptz '2026-03-02Z' and t.sequence_number > 0 order by t.sequence_number limit 1000
            who shares a match key | crm_match_key_by_key | crm_match_key t where t.tenant = '{tenant}' and t.kind = 'company' and t.match_key in ('name 2', 'name 4')
            """)
    void aHotQueryUsesItsIndex(String query, String index, String from) {
        String plan = plan("select t.* from " + from);
        assertTrue(plan.contains(" " + index + " "), () -> query + ":\n" + plan);
    }
}

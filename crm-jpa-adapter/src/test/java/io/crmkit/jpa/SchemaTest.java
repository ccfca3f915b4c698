package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of every version, on each database: one after the other they lead to what the mapping asks for. */
class SchemaTest {

    private static final TenantId TENANT = new TenantId("acme");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("\\n    (?!constraint|case|when)(\\w+) ");
    private static final Pattern NAMED = Pattern.compile("(?:constraint|create index) (\\w+)");

    /* columns with the table before them, constraints and indexes */
    private static SortedSet<String> names(String script) {
        SortedSet<String> names = new TreeSet<>();
        NAMED.matcher(script).results().map(found -> found.group(1)).forEach(names::add);
        for (MatchResult table : TABLE.matcher(script).results().toList()) {
            COLUMN.matcher(table.group(2))
                    .results()
                    .map(column -> table.group(1) + "." + column.group(1))
                    .forEach(names::add);
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void everyDatabaseHasTheSameVersionsAndNames(Database database) {
        assertEquals(
                Database.H2.scripts().stream().map(SchemaTest::names).toList(),
                database.scripts().stream().map(SchemaTest::names).toList());
        assertTrue(names(database.script()).contains("crm_journal.sequence_number"));
    }

    @ParameterizedTest
    @EnumSource
    void aHostOfTheFirstVersionComesToTheLastWithAllItHas(Database database) throws Exception {
        String url = database.empty("migrated");
        List<String> scripts = database.scripts();
        for (int i = 0; i < scripts.size(); i++) {
            Database.run(url, scripts.get(i));
            Optional<String> data = Database.resource("/schema/V" + (i + 1) + ".sql");
            if (data.isPresent()) {
                Database.run(url, data.get());
            }
        }
        Database.run(url, database.hostsOwn());
        readsAll(database, url, Map.of());
    }

    /** Reads the record of each kind that the data holds, and writes on. */
    static void readsAll(Database database, String url, Map<String, String> properties) throws Exception {
        Map<String, String> all = new HashMap<>(database.properties(Provider.HIBERNATE));
        all.put("jakarta.persistence.jdbc.url", url);
        all.putAll(properties);
        try (EntityManagerFactory factory = Database.opened(all);
                JpaSession session = JpaSession.on(factory)) {
            Stores stores = session.stores();
            for (Method each : Stores.class.getMethods()) {
                if (each.getReturnType() == Store.class) {
                    Store<?, ?> store = (Store<?, ?>) each.invoke(stores);
                    var found = store.page(TENANT, PageRequest.first(10)).items();
                    assertEquals(1, found.size(), each.getName());
                }
            }
            assertEquals(1, stores.journal().last(TENANT));
            assertEquals(
                    2,
                    session.write(
                            () -> stores.numbering().next(TENANT, "Q", 2026).sequence()));
            assertEquals(List.of(), emptyTables(session, database));
        }
    }

    private static List<String> emptyTables(JpaSession session, Database database) {
        return TABLE.matcher(database.script())
                .results()
                .map(table -> table.group(1))
                .filter(table -> rows(session, table) == 0)
                .toList();
    }

    private static long rows(JpaSession session, String table) {
        return ((Number) session.manager()
                        .createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}

package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** Every statement Hibernate sends while it is listened to, and which of them touch a table of ours without the tenant. */
public final class Tenancy implements StatementInspector {

    private static final long serialVersionUID = 1L;

    /* Who is let through, and why. */
    private static final List<Pattern> EXCEPTIONS = List.of(
            // a row that the same call has read, and locked, by its tenant
            Pattern.compile("update crm_\\w+ set .* where id=\\?"),
            // a counter's key begins with the tenant
            Pattern.compile("(update|insert into|select .* from) crm_number\\b.*"));

    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join) (crm_\\w+) (\\w+)");
    private static final Set<String> HEARD = ConcurrentHashMap.newKeySet();
    private static volatile boolean listening;

    /** Made by Hibernate. */
    public Tenancy() {}

    @Override
    public @Nullable String inspect(String sql) {
        if (listening) {
            HEARD.add(sql.toLowerCase(Locale.ROOT));
        }
        return sql;
    }

    static void listen() {
        HEARD.clear();
        listening = true;
    }

    /** Fails on a statement that was heard and touches a table of ours without the tenant. */
    static void stopAndCheck() {
        listening = false;
        assertTrue(HEARD.size() >= 150, () -> "too little was heard: " + HEARD.size() + " different statements");
        assertEquals(
                List.of(), HEARD.stream().filter(sql -> !knowsItsTenant(sql)).toList());
    }

    static boolean knowsItsTenant(String sql) {
        if (EXCEPTIONS.stream().anyMatch(each -> each.matcher(sql).matches())) {
            return true;
        }
        Matcher table = TABLE.matcher(sql);
        boolean read = false;
        while (table.find()) {
            read = true;
            if (!sql.contains(table.group(2) + ".tenant")) {
                return false;
            }
        }
        return read || !sql.contains("crm_") || sql.contains("tenant");
    }
}

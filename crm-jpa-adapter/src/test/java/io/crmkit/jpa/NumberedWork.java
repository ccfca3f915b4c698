package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Transactions that draw a number and record three activities at that second: by what is left of them anybody can tell
 * whether one was stored whole, by half or not at all. The main method writes until it is stopped.
 */
final class NumberedWork {

    private static final TenantId TENANT = new TenantId("numbered");
    private static final SellerId SELLER = new SellerId(new UUID(7, 7));
    private static final int TOGETHER = 3;
    private static final int THREADS = 4;

    private NumberedWork() {}

    /** Writes on several threads, and tells each number once its transaction is committed, until a write fails. */
    public static void main(String... arguments) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        EntityManagerFactory factory = Database.opened(Map.of("jakarta.persistence.jdbc.url", arguments[0]));
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> tellUntilItFails(factory));
        }
        threads.shutdown();
    }

    private static void tellUntilItFails(EntityManagerFactory factory) {
        try (JpaSession session = JpaSession.on(factory)) {
            while (true) {
                System.out.println(told(write(session)));
            }
        } catch (RuntimeException failed) {
            System.out.println(failed.getClass().getSimpleName());
        }
    }

    private static String told(long number) {
        return "committed " + number + ".";
    }

    /** Reads what {@link #main} told; a line that was cut off tells nothing. */
    static Optional<Long> committed(String line) {
        return line.matches("committed \\d+\\.")
                ? Optional.of(Long.valueOf(line.substring("committed ".length(), line.length() - 1)))
                : Optional.empty();
    }

    /** Writes one transaction, which is committed when this returns. */
    static long write(JpaSession session) {
        return write(session, () -> {});
    }

    /** Writes one transaction, in which something else is done first. */
    static long write(JpaSession session, Runnable first) {
        return session.write(() -> {
            first.run();
            long number = session.stores().numbering().next(TENANT, "F", 2026).sequence();
            return crm(session).together(within -> {
                for (int i = 0; i < TOGETHER; i++) {
                    within.activities()
                            .record(RecordActivity.held(ActivityType.CALL, SELLER, Instant.ofEpochSecond(number)));
                }
                return number;
            });
        });
    }

    /** Reads something, so that a transaction that is isolated shows from now on what was committed until then. */
    static void look(JpaSession session) {
        crm(session).activities().count();
    }

    private static CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(TENANT, "anna"));
    }

    /**
     * What is left after faults.
     *
     * @param acknowledged how many transactions told that they were committed
     * @param stored how many are stored, the one included that {@link #requireWhole} writes
     * @param lost how many of the acknowledged are not stored
     * @param byHalf how many are stored by half
     */
    record Left(long acknowledged, long stored, long lost, long byHalf) {

        static final Left NOTHING = new Left(0, 0, 0, 0);

        /** The same database after one more fault. */
        Left then(Left next) {
            return new Left(
                    acknowledged + next.acknowledged, next.stored, lost + next.lost, Math.max(byHalf, next.byHalf));
        }

        void report(String what, String faults) {
            System.out.printf(
                    "%s: %s; %d transactions acknowledged, %d stored, %d lost, %d by half%n",
                    what, faults, acknowledged, stored, lost, byHalf);
        }
    }

    /**
     * Checks that what was committed is there, nothing by half, the numbers without a gap, and the journal whole; and that
     * work goes on, by one more transaction.
     */
    static Left requireWhole(JpaSession session, Collection<Long> committed) {
        Map<Long, Integer> stored = stored(crm(session));
        Set<Long> lost = new HashSet<>(committed);
        lost.removeAll(stored.keySet());
        long byHalf =
                stored.values().stream().filter(count -> count != TOGETHER).count();
        Left left = new Left(committed.size(), stored.size() + 1L, lost.size(), byHalf);
        assertEquals(Set.of(), lost, "committed and lost");
        assertEquals(0, byHalf, () -> "by half: " + stored);
        assertEquals(
                LongStream.rangeClosed(1, stored.size()).boxed().toList(),
                stored.keySet().stream().toList());
        assertEquals((long) TOGETHER * stored.size(), crm(session).journal().last());
        assertTrue(crm(session).journal().firstBroken().isEmpty(), "the chain is broken");
        assertEquals(left.stored(), write(session));
        return left;
    }

    private static Map<Long, Integer> stored(CrmSession crm) {
        Map<Long, Integer> stored = new TreeMap<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Activity> page = crm.activities().page(request.get());
            page.items().forEach(activity -> stored.merge(activity.at().getEpochSecond(), 1, Integer::sum));
            request = page.next(PageRequest.LARGEST);
        }
        return stored;
    }
}

package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records first, the journal's counter last: writers that change the same records wait for each other, and never in a
 * circle, which a database would end by making one of them its victim.
 */
class JournalLocksTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 8;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    private static Pipeline pipeline(CrmSession crm) {
        return crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Offer", StageKind.OPEN))));
    }

    private static OpportunityId opened(CrmSession crm, Pipeline pipeline, String name) {
        return crm.opportunities()
                .open(new OpenOpportunity(
                        name, pipeline.id(), new OpportunityParties(null, null, null), null, null, null))
                .id();
    }

    private static Opportunity move(CrmSession crm, OpportunityId id, Pipeline pipeline) {
        Opportunity deal = crm.opportunities().find(id).orElseThrow();
        Stage other = pipeline.stages().stream()
                .filter(stage -> !stage.id().equals(deal.standing().stage()))
                .findFirst()
                .orElseThrow();
        return crm.opportunities().move(id, other.id(), deal.revision());
    }

    /* Some writers move both deals in one transaction, the others one of them. */
    private static void moveSome(CrmSession crm, List<OpportunityId> deals, Pipeline pipeline, int writer) {
        if (writer % 2 == 0) {
            crm.together(together -> {
                deals.forEach(id -> move(together, id, pipeline));
                return deals;
            });
        } else {
            move(crm, deals.get(writer / 2 % deals.size()), pipeline);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writersOfTheSameRecordsAreNeverADeadlocksVictims(Database database) throws Exception {
        JpaSession first = sessions.on(database);
        Pipeline pipeline = first.write(() -> pipeline(crm(first)));
        List<OpportunityId> deals = List.of(
                first.write(() -> opened(crm(first), pipeline, "One")),
                first.write(() -> opened(crm(first), pipeline, "Two")));
        List<Callable<Long>> calls = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            JpaSession session = sessions.on(database);
            calls.add(() -> IntStream.range(0, ROUNDS)
                    .filter(round -> succeeds(session, deals, pipeline, writer))
                    .count());
        }
        assertTrue(atOnce(calls).stream().anyMatch(moves -> moves > 0));
        CrmSession crm = crm(first);
        long changes = deals.stream()
                .mapToLong(id ->
                        crm.opportunities().find(id).orElseThrow().revision().number())
                .sum();
        assertEquals(changes + 1, crm.journal().last());
        assertTrue(crm.journal().firstBroken().isEmpty());
    }

    /* Whoever comes second is told so; any other failure, such as a deadlock's, fails the test. */
    private boolean succeeds(JpaSession session, List<OpportunityId> deals, Pipeline pipeline, int writer) {
        try {
            return session.write(() -> {
                moveSome(crm(session), deals, pipeline, writer);
                return true;
            });
        } catch (StaleRevisionException second) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.crmkit.core.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.WinProbabilities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Win probabilities learned from stages, held against a business whose chances are known because it is thrown with dice: of
 * leads one half gets an offer, of offers four in five become contracts, whatever their age. A lead so has 0.4 and an offer
 * 0.8, while the stages say 0.9 and 0.1.
 */
class WinProbabilityTest {

    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private Instant now = START;
    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            })
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Pipeline pipeline = crm.pipelines()
            .define(new DefinePipeline(
                    "Sales",
                    List.of(
                            stage("Lead", StageKind.OPEN, 90),
                            stage("Offer", StageKind.OPEN, 10),
                            stage("Won", StageKind.WON, 100),
                            stage("Lost", StageKind.LOST, 0))));

    private static StageDefinition stage(String name, StageKind kind, int probability) {
        return new StageDefinition(name, kind, probability, kind.category(), null, Gate.OPEN);
    }

    private void months(int deals, int days) {
        Random dice = new Random(20260504);
        TreeMap<Instant, Runnable> story = new TreeMap<>();
        for (int i = 0; i < deals; i++) {
            life(i, dice, days).forEach(story::put);
        }
        story.forEach((at, act) -> {
            if (at.isBefore(START.plus(Duration.ofDays(days)))) {
                now = at;
                act.run();
            }
        });
        now = START.plus(Duration.ofDays(days));
    }

    private Map<Instant, Runnable> life(int number, Random dice, int days) {
        List<Opportunity> deal = new ArrayList<>();
        Instant opened = START.plus(Duration.ofDays(dice.nextInt(days))).plusMillis(number);
        Instant left = opened.plus(Duration.ofDays(5 + dice.nextInt(20)));
        Map<Instant, Runnable> life = new HashMap<>();
        life.put(
                opened,
                () -> deal.add(crm.opportunities()
                        .open(new OpenOpportunity(
                                "Deal", pipeline.id(), new OpportunityParties(null, null, null), null, null, null))));
        if (dice.nextInt(10) < 5) {
            life.put(left, () -> move(deal, "Offer"));
            String end = dice.nextInt(10) < 8 ? "Won" : "Lost";
            life.put(left.plus(Duration.ofDays(5 + dice.nextInt(20))), () -> move(deal, end));
        } else {
            life.put(left, () -> move(deal, "Lost"));
        }
        return life;
    }

    private void move(List<Opportunity> deal, String stage) {
        Opportunity last = deal.get(deal.size() - 1);
        deal.add(crm.opportunities()
                .move(last.id(), pipeline.stageNamed(stage).orElseThrow().id(), last.revision()));
    }

    private double mean(WinProbabilities answer, String stage) {
        return answer.chances().stream()
                .filter(chance -> chance.stage().equals(stage))
                .mapToDouble(WinProbabilities.Chance::probability)
                .average()
                .orElseThrow();
    }

    @Test
    void theChancesOfTheDiceAreLearnedAndTheStagesDefaultsBeaten() {
        months(600, 400);
        WinProbabilities answer = crm.insights().winProbabilities(pipeline.id(), now);
        assertTrue(answer.enough());
        // three standard errors of 0.4 and 0.8 over the settled
        assertEquals(0.4, mean(answer, "Lead"), 0.07);
        assertEquals(0.8, mean(answer, "Offer"), 0.08);
        WinProbabilities.Test test = answer.test().orElseThrow();
        assertTrue(test.predictions() > 100, () -> "tried " + test.predictions());
        Double skill = test.skill();
        assertTrue(skill != null && skill > 0.3, () -> "skill " + skill);
        long open = crm.opportunities().count() - answer.settled();
        assertEquals(open, answer.chances().size());
    }

    @Test
    void aFewSettledDealsAreNotEnoughToSayAnything() {
        months(20, 100);
        WinProbabilities answer = crm.insights().winProbabilities(pipeline.id(), now);
        assertFalse(answer.enough());
        assertEquals(List.of(), answer.chances());
        assertTrue(answer.settled() > 0 && answer.settled() < 30);
        assertTrue(answer.test().isEmpty());
    }

    @Test
    void withoutHistoryThereIsNothingToLearnFrom() {
        WinProbabilities answer = crm.insights().winProbabilities(pipeline.id(), now);
        assertEquals(0, answer.settled());
        assertEquals(0, answer.visits());
        assertFalse(answer.enough());
    }
}

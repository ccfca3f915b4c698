package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.distribution.BinomialDistribution;

class ControlChartPropertyTest {

    @Property
    void whoeverIsBeyondLiesOverTheDrawnLine(@ForAll("teams") List<SellerCount> sellers) {
        for (SellerPosition seller : ControlChart.of(sellers).sellers()) {
            double rate = seller.count().proportion().rate().orElse(0.5);
            switch (seller.position()) {
                case BELOW_WARNING ->
                    assertTrue(rate < seller.warning95().orElseThrow().lower());
                case BELOW_ACTION ->
                    assertTrue(rate < seller.action998().orElseThrow().lower());
                case ABOVE_WARNING ->
                    assertTrue(rate > seller.warning95().orElseThrow().upper());
                case ABOVE_ACTION ->
                    assertTrue(rate > seller.action998().orElseThrow().upper());
                case WITHIN, NOT_ENOUGH_DATA ->
                    assertTrue(seller.action998().isEmpty()
                            || rate >= seller.action998().orElseThrow().lower());
            }
        }
    }

    @Property
    void orderOfSellersDoesNotMatter(@ForAll("teams") List<SellerCount> sellers) {
        List<SellerCount> reversed = new ArrayList<>(sellers);
        Collections.reverse(reversed);
        List<SellerPosition> positions =
                new ArrayList<>(ControlChart.of(reversed).sellers());
        Collections.reverse(positions);

        assertEquals(ControlChart.of(sellers).sellers(), positions);
    }

    @Property
    void actionLimitsLieOutsideWarningLimits(@ForAll("teams") List<SellerCount> sellers) {
        for (SellerPosition seller : ControlChart.of(sellers).sellers()) {
            if (seller.warning95().isPresent()) {
                Limits warning = seller.warning95().orElseThrow();
                Limits action = seller.action998().orElseThrow();
                assertTrue(action.lower() <= warning.lower());
                assertTrue(action.upper() >= warning.upper());
            }
        }
    }

    @Property
    void countsByChanceAreBinomial(@ForAll("teams") List<SellerCount> sellers) {
        Proportion team = ControlChart.of(sellers).team();
        Proportion own = sellers.get(0).proportion();
        double rate = team.rate().orElse(0.5);
        BinomialDistribution expected = BinomialDistribution.of((int) own.trials(), rate);
        ChanceCounts chance = new ChanceCounts(own.trials(), rate);
        int successes = (int) own.successes();

        assertEquals(expected.cumulativeProbability(successes), chance.atMost(successes), 1e-13);
        assertEquals(expected.survivalProbability(successes - 1), chance.atLeast(successes), 1e-13);
    }

    @Provide
    Arbitrary<List<SellerCount>> teams() {
        return Arbitraries.longs()
                .between(0, 300)
                .flatMap(trials -> Arbitraries.longs().between(0, trials).map(won -> Proportion.of(won, trials)))
                .map(proportion -> new SellerCount("seller", proportion))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}

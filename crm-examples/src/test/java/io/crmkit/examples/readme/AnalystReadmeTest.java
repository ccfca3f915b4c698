package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.funnel.Conversion;
import io.crmkit.metrics.funnel.Funnel;
import io.crmkit.metrics.funnel.FunnelReport;
import org.junit.jupiter.api.Test;

/** What the README shows the analyst. */
class AnalystReadmeTest {

    @Test
    void turnsCountsIntoConversionsWithIntervals() {
        // readme: analyst
        Funnel funnel = Funnel.of("calls", "meetings", "quotes", "contracts");
        FunnelReport march = funnel.report(534, 267, 67, 17);

        for (Conversion step : march.conversions()) {
            double percent = 100 * step.rate().orElseThrow();
            Interval interval = step.interval().orElseThrow();
            System.out.printf("%s to %s: %.2f %% ", step.from(), step.to(), percent);
            System.out.printf("(%.1f to %.1f)%n", 100 * interval.lower(), 100 * interval.upper());
        }
        // end
        Conversion contracts = march.conversions().get(2);
        assertEquals(0.2537, contracts.rate().orElseThrow(), 5e-5);
        Interval wilson = contracts.interval().orElseThrow();
        assertTrue(wilson.contains(0.165) && wilson.contains(0.368) && !wilson.contains(0.37));
    }
}

package io.crmkit.core.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineForecast.ValueRange;
import io.crmkit.metrics.Proportion;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What open opportunities will come to, told on made histories whose truth is known. */
class ForecastTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final Stores stores = InMemoryStores.empty();
    private final Stage lead = new Stage(new StageId(new UUID(1, 1)), "Lead", StageKind.OPEN);
    private final Stage won = new Stage(new StageId(new UUID(1, 2)), "Won", StageKind.WON);
    private final Stage lost = new Stage(new StageId(new UUID(1, 3)), "Lost", StageKind.LOST);
    private final Pipeline pipeline = stores.pipelines()
            .save(ACME, new Pipeline(new PipelineId(new UUID(2, 1)), Revision.NONE, "Sales", List.of(lead, won, lost)));
    private long next;

    private void opportunity(
            Stage stage, @Nullable LocalDate opened, @Nullable LocalDate closed, @Nullable Money amount) {
        next++;
        stores.opportunities()
                .save(
                        ACME,
                        new Opportunity(
                                new OpportunityId(new UUID(3, next)),
                                Revision.NONE,
                                new OpportunityLabel("Pumps " + next, null, null),
                                new OpportunityParties(null, null, null),
                                Standing.in(pipeline, stage),
                                new OpportunityDates(opened, null, closed),
                                amount));
    }

    /** A year in which three of ten are won, each settled 10 to 40 days after it was opened. */
    private void year() {
        SplittableRandom random = new SplittableRandom(5);
        for (int day = 0; day < 360; day++) {
            for (int i = 0; i < 3; i++) {
                LocalDate opened = NEW_YEAR.plusDays(day);
                LocalDate closed = opened.plusDays(10 + random.nextInt(30));
                boolean known = closed.isBefore(NEW_YEAR.plusDays(360));
                Stage end = random.nextInt(10) < 3 ? won : lost;
                opportunity(known ? end : lead, opened, known ? closed : null, Money.of("1000", "EUR"));
            }
        }
    }

    private PipelineForecast forecast(@Nullable LocalDate asOf) {
        return new Insights(stores, ACME).forecast(pipeline.id(), asOf);
    }

    @Test
    void expectsWhatHistorySaysAndTriesItselfOnPastMonths() {
        year();
        PipelineForecast forecast = forecast(null);

        assertEquals(NEW_YEAR.plusDays(359), forecast.asOf());
        assertTrue(forecast.open() > 50 && forecast.open() < 100, () -> "open " + forecast.open());
        assertEquals(1_080, forecast.open() + forecast.settled());
        assertEquals(0.3 * forecast.open(), forecast.expectedWins(), 0.05 * forecast.open());
        assertTrue(forecast.leastWins() < forecast.expectedWins() && forecast.expectedWins() < forecast.mostWins());
        assertEquals(1, forecast.calibration().ratio().orElseThrow(), 0.15);
        assertTrue(forecast.deviation() < 0.3, () -> "deviation " + forecast.deviation());
        long tried = forecast.calibration().bins().stream()
                .mapToLong(bin -> bin.observed().trials())
                .sum();
        assertTrue(tried > 300, () -> "tried on " + tried);
    }

    @Test
    void valuesWinsByCurrencyAndWidensTheRangeByWhatAllHaveInCommon() {
        year();
        opportunity(lead, NEW_YEAR.plusDays(350), null, Money.of("70", "JPY"));
        opportunity(lead, NEW_YEAR.plusDays(350), null, null);
        PipelineForecast forecast = forecast(null);
        ValueRange euro = forecast.values().get(0);

        assertEquals(2, forecast.values().size());
        assertEquals(1, forecast.unvalued());
        assertEquals(forecast.open() - 2, euro.opportunities());
        assertEquals(300.0 * euro.opportunities(), euro.expected().value().doubleValue(), 50.0 * euro.opportunities());
        assertTrue(euro.least().value().compareTo(euro.leastIfIndependent().value()) <= 0);
        assertTrue(euro.most().value().compareTo(euro.mostIfIndependent().value()) >= 0);
        assertEquals("EUR", euro.most().currency().getCurrencyCode());
        assertEquals("JPY", forecast.values().get(1).expected().currency().getCurrencyCode());
        assertEquals(0, forecast.values().get(1).expected().value().scale(), "yen have no cents");
    }

    @Test
    void knowsNothingOfWhatCameAfterTheDay() {
        year();
        PipelineForecast forecast = forecast(NEW_YEAR.plusDays(200));

        assertEquals(NEW_YEAR.plusDays(200), forecast.asOf());
        assertTrue(forecast.open() + forecast.settled() <= 603, "those opened later are not there yet");
        assertTrue(forecast.open() > 50);
        assertEquals(0.3 * forecast.open(), forecast.expectedWins(), 0.06 * forecast.open());
    }

    @Test
    void takesAnOpportunityOfUnknownAgeForANewOne() {
        year();
        PipelineForecast before = forecast(null);
        opportunity(lead, null, null, Money.of("1000", "EUR"));
        opportunity(won, null, null, Money.of("1000", "EUR"));
        PipelineForecast after = forecast(null);

        assertEquals(before.open() + 1, after.open());
        assertEquals(before.settled() + 1, after.settled());
        assertEquals(before.expectedWins() + 0.3, after.expectedWins(), 0.05);
    }

    @Test
    void forecastsNothingOfNothing() {
        PipelineForecast nothing = forecast(null);

        assertEquals(LocalDate.EPOCH, nothing.asOf());
        assertEquals(0, nothing.open());
        assertEquals(0, nothing.expectedWins());
        assertEquals(0, nothing.mostWins());
        assertEquals(List.of(), nothing.values());
        assertEquals(List.of(), nothing.calibration().bins());
    }

    @Test
    void hasNothingToTryItselfOnInTheFirstMonths() {
        opportunity(won, NEW_YEAR, NEW_YEAR.plusDays(9), null);
        opportunity(lead, NEW_YEAR.plusDays(3), null, Money.of("5", "EUR"));
        PipelineForecast forecast = forecast(null);

        assertEquals(List.of(), forecast.calibration().bins());
        assertTrue(forecast.expectedWins() > 0 && forecast.expectedWins() <= 1);
        assertEquals(Proportion.of(1, 2), Proportion.of(forecast.settled(), forecast.settled() + forecast.open()));
    }

    @Test
    void countsWhatIsWorthLessThanNothingAsNothing() {
        year();
        PipelineForecast before = forecast(null);
        opportunity(lead, NEW_YEAR.plusDays(350), null, Money.of("-1000", "EUR"));
        PipelineForecast after = forecast(null);

        assertEquals(before.open() + 1, after.open());
        assertEquals(
                before.values().get(0).opportunities() + 1,
                after.values().get(0).opportunities());
        assertEquals(
                before.values().get(0).expected().value().doubleValue(),
                after.values().get(0).expected().value().doubleValue(),
                300);
    }

    @Test
    void refusesAPipelineThatDoesNotExist() {
        PipelineId nowhere = new PipelineId(new UUID(9, 9));

        assertEquals(
                "PipelineId " + nowhere + " does not exist",
                assertThrows(NotFoundException.class, () -> new Insights(stores, ACME).forecast(nowhere, null))
                        .getMessage());
    }
}

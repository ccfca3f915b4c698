package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.metrics.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What methods are given besides commands: what is missing is named, and so is what lies beyond the calendar. */
class ParametersTest {

    private static final ClosePeriod YEAR = new ClosePeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .suppressionKey(SuppressionKey.of(new byte[16]))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final SellerId anna = crm.sellers().add(new AddSeller("Anna", null)).id();
    private final PersonId eva = crm.people().add(new AddPerson("Eva", null)).id();
    private final PipelineId sales = crm.pipelines()
            .define(new DefinePipeline("Sales", List.of(new StageDefinition("Lead", StageKind.OPEN))))
            .id();
    private final Period hour = new Period(NOON, NOON.plusSeconds(3_600));

    private static void missing(String name, Executable call) {
        assertEquals(name, assertThrows(NullPointerException.class, call).getMessage());
    }

    private static void refuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller should give
    void whatIsMissingIsNamed() {
        missing("commands", () -> crm.opportunities().moveAll(null));
        missing("commands[0]", () -> crm.opportunities().moveAll(Collections.singletonList(null)));
        missing("steps", () -> crm.insights().activityFunnel(null, hour));
        missing("steps[1]", () -> crm.insights().activityFunnel(Arrays.asList(ActivityType.CALL, null), hour));
        missing("period", () -> crm.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), null));
        missing("periods", () -> crm.insights().activityTable(List.of(ActivityType.CALL), null));
        missing("pipeline", () -> crm.insights().winProbabilities(null, NOON));
        missing("asOf", () -> crm.insights().winProbabilities(sales, null));
        missing("pipeline", () -> crm.insights().forecast(null, null));
        missing("asOf", () -> crm.portfolio().open(null));
        missing("by", () -> crm.portfolio().open(NOON, (PortfolioDimension[]) null));
        missing("by[0]", () -> crm.portfolio().open(NOON, new PortfolioDimension[] {null}));
        missing("closing", () -> crm.portfolio().forecast(NOON, null));
        missing("policy", () -> crm.portfolio().worth(NOON, null));
        missing("between", () -> crm.portfolio().waterfall(null, YEAR, Set.of()));
        missing("text", () -> PersonFields.ALL.read(null));
        missing("addresses", () -> crm.suppressions().unsuppressed(Channel.EMAIL, null));
        missing("addresses[0]", () -> crm.suppressions().unsuppressed(Channel.EMAIL, Collections.singletonList(null)));
        missing("channel", () -> crm.suppressions().of(null, "ann@acme.example"));
        missing("reason", () -> crm.suppressions().suppress(Channel.EMAIL, "ann@acme.example", null));
        missing("day", () -> crm.calendar().day(anna, null));
        missing("range", () -> crm.calendar().entries(anna, null));
        missing("range", () -> crm.calendar().freeBusy(anna, null));
        missing("due", () -> crm.calendar().count(anna, null));
        missing("at", () -> crm.consents().mayContact(eva, Channel.EMAIL, "newsletter", null));
    }

    @Test
    void daysAndInstantsLieInTheYears1To9999() {
        String years = " must be in the years 1 to 9999";
        refuses("day '+999999999-12-31'" + years, () -> crm.calendar().day(anna, LocalDate.MAX));
        refuses("day '-999999999-01-01'" + years, () -> crm.calendar().day(anna, LocalDate.MIN));
        refuses("asOf '+999999999-12-31'" + years, () -> crm.insights().forecast(sales, LocalDate.MAX));
        for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
            String asOf = "asOf '" + end + "'" + years;
            refuses(asOf, () -> crm.insights().winProbabilities(sales, end));
            refuses(asOf, () -> crm.portfolio().open(end));
            refuses(asOf, () -> crm.portfolio().forecast(end, YEAR));
        }
        TimeRange last = new TimeRange(Instant.MAX.minus(Duration.ofDays(1)), Instant.MAX);
        refuses("range.from '" + last.from() + "'" + years, () -> crm.calendar().entries(anna, last));
        refuses(
                "between.until '" + Instant.MAX + "'" + years,
                () -> crm.portfolio().waterfall(new Period(NOON, Instant.MAX), YEAR, Set.of()));
        for (LocalDate end : List.of(LocalDate.of(1, 1, 2), LocalDate.of(9_999, 12, 30))) {
            assertEquals(List.of(), crm.calendar().day(anna, end));
        }
    }

    @Test
    void aPurposeIsWords() {
        refuses("purpose must not be blank", () -> crm.consents().mayContact(eva, Channel.EMAIL, " ", NOON));
        refuses(
                "purpose must be at most 100 characters, not 101",
                () -> crm.consents().mayContact(eva, Channel.EMAIL, "x".repeat(101), NOON));
    }

    @Test
    void onlyAnAddressIsSuppressed() {
        for (String none : List.of("ann", "ann@", "@acme.example", "ann at acme.example", "a\u202Eb@acme.example")) {
            refuses(
                    "address must be one of the channel: channel = EMAIL",
                    () -> crm.suppressions().suppress(Channel.EMAIL, none, SuppressionReason.OBJECTED));
        }
        crm.suppressions().suppress(Channel.EMAIL, " Ann@Acme.example ", SuppressionReason.OBJECTED);
        assertEquals(
                List.of("bob@acme.example"),
                crm.suppressions().unsuppressed(Channel.EMAIL, List.of("ann@acme.example", "bob@acme.example")));
        assertEquals(1, crm.suppressions().count());
    }

    @Test
    void whatAValueEchoesIsShort() {
        String shown = "x".repeat(80) + "\u2026 (10000)";
        String value = "x".repeat(10_000);
        Stream.<Executable>of(
                        () -> new io.crmkit.core.value.EmailAddress(value),
                        () -> new io.crmkit.core.party.PhoneNumber(value),
                        () -> new TenantId(value),
                        () -> io.crmkit.core.document.DocumentNumber.parse(value),
                        () -> io.crmkit.core.value.Money.of(value, "EUR"),
                        () -> io.crmkit.core.value.Money.of("1", value))
                .forEach(making -> {
                    String message = String.valueOf(
                            assertThrows(IllegalArgumentException.class, making).getMessage());
                    assertEquals(
                            shown, message.substring(message.indexOf("xxx")).replaceAll("'$", ""));
                });
    }
}

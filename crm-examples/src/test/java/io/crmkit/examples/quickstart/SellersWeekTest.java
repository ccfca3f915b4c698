package io.crmkit.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.calendar.Agenda;
import io.crmkit.core.calendar.BusyTime;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.Due;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddLead;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AnswerActivity;
import io.crmkit.core.service.ConvertLead;
import io.crmkit.core.service.ConvertLead.Opening;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.EndActivity;
import io.crmkit.core.service.HoldActivity;
import io.crmkit.core.service.JoinCompany;
import io.crmkit.core.service.LeadDetails;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.service.RescheduleActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.jpa.JpaStores;
import io.crmkit.metrics.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A week of Anna's, who sells pumps: told day by day, in memory and on a database, to the same end.
 *
 * <p>It is the last week of March, so that the Monday that follows it is in summer time.
 */
class SellersWeekTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Whoever keeps the records does each step in a transaction of its own. */
    private interface Host {
        <T> T inTransaction(Function<Stores, T> work);
    }

    @Test
    void inMemory() {
        Stores stores = InMemoryStores.empty();
        new Week(new Host() {
                    @Override
                    public <T> T inTransaction(Function<Stores, T> work) {
                        return stores.transactions().write(() -> work.apply(stores));
                    }
                })
                .tell();
    }

    @Test
    void onADatabase() {
        try (EmbeddedDatabase database = new EmbeddedDatabase("sellers-week")) {
            new Week(new Host() {
                        @Override
                        public <T> T inTransaction(Function<Stores, T> work) {
                            return database.inTransaction(
                                    entityManager -> work.apply(JpaStores.joining(entityManager)));
                        }
                    })
                    .tell();
        }
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ROME).toInstant();
    }

    private static final class Week {

        private final Host host;
        private final List<ActivityType> diary = new ArrayList<>(); // what was held, noted by hand
        private final SellerId anna;
        private final SellerId ben;
        private final Pipeline pipeline;
        private final CompanyId acme;
        private final PersonId paolo;
        private final Affiliation buyer;
        private final Lead eva;

        /* whom Anna knows on Sunday: Paolo, who buys for Acme, and the card of an Eva whom she met at a fair */
        Week(Host host) {
            this.host = host;
            Instant sunday = at(MONDAY.minusDays(1), 20, 0);
            anna = when(
                    sunday,
                    crm -> crm.sellers()
                            .add(new AddSeller("Anna Rossi", null, ROME))
                            .id());
            ben = when(
                    sunday,
                    crm -> crm.sellers()
                            .add(new AddSeller("Ben Meier", null, ROME))
                            .id());
            pipeline = when(
                    sunday,
                    crm -> crm.pipelines()
                            .define(new DefinePipeline(
                                    "Pumps",
                                    List.of(
                                            new StageDefinition("Contact", StageKind.OPEN),
                                            new StageDefinition("Offer", StageKind.OPEN),
                                            new StageDefinition("Won", StageKind.WON),
                                            new StageDefinition("Lost", StageKind.LOST)))));
            acme = when(
                    sunday, crm -> crm.companies().add(AddCompany.named("Acme")).id());
            paolo = when(
                    sunday,
                    crm -> crm.people()
                            .add(new AddPerson("Paolo Bianchi", new EmailAddress("paolo@acme.example")))
                            .id());
            buyer = when(
                    sunday,
                    crm -> crm.affiliations()
                            .join(new JoinCompany(paolo, acme, "buyer", LocalDate.of(2020, 1, 1), null, true)));
            LeadDetails card = LeadDetails.of(new LeadName("Eva Huber", "Graz Pumps"))
                    .reachedBy(EmailPoint.of(new EmailAddress("eva@graz-pumps.example")));
            eva = when(sunday, crm -> crm.leads().add(new AddLead(card, anna)));
        }

        private <T> T when(Instant now, Function<CrmSession, T> work) {
            return host.inTransaction(stores -> work.apply(Crm.builder()
                    .stores(stores)
                    .clock(Clock.fixed(now, ROME))
                    .build()
                    .as(new Actor(new TenantId("pumps"), "anna"))));
        }

        private ActivitySubjects aboutPaolo() {
            return new ActivitySubjects(acme, paolo, null);
        }

        private void held(ActivityType type, Instant at, ActivitySubjects subjects) {
            when(at, crm -> crm.activities().record(new RecordActivity(type, anna, at, ActivityState.HELD, subjects)));
            diary.add(type);
        }

        private Activity planned(
                Instant now, ActivityType type, Instant at, ActivitySubjects about, Participant... with) {
            Activity plan = when(
                    now,
                    crm -> crm.activities()
                            .plan(PlanActivity.of(type, anna, at)
                                    .about(about)
                                    .with(ActivityContent.NONE
                                            .with(new ActivityDetails.Meeting("at the customer's", HOUR))
                                            .with(with))));
            assertEquals(at, plan.at());
            return plan;
        }

        private Activity current(Instant now, ActivityId id) {
            return when(now, crm -> crm.activities().find(id).orElseThrow());
        }

        private Agenda agenda(Instant now) {
            return when(now, crm -> crm.calendar().agenda(anna));
        }

        private List<ActivityId> today(Instant now) {
            return agenda(now).entries().stream()
                    .map(CalendarEntry::activity)
                    .map(Activity::id)
                    .toList();
        }

        void tell() {
            Activity visit = monday();
            LeadLinks graz = tuesday(visit);
            Activity demonstration = wednesday(graz);
            QuoteId quote = thursday(graz, demonstration);
            friday(graz, quote);
            theWeekIsOver(graz);
        }

        /* She calls Paolo, who will see her tomorrow at ten, and Eva. In the afternoon somebody does not pick up. */
        private Activity monday() {
            held(ActivityType.CALL, at(MONDAY, 9, 0), aboutPaolo());
            Activity visit = planned(at(MONDAY, 9, 10), ActivityType.MEETING, at(TUESDAY, 10, 0), aboutPaolo());
            when(at(MONDAY, 11, 0), crm -> crm.leads().start(eva.id(), eva.revision()));
            held(ActivityType.CALL, at(MONDAY, 11, 0), ActivitySubjects.NONE);

            Activity unanswered =
                    planned(at(MONDAY, 12, 0), ActivityType.CALL, at(MONDAY, 16, 0), ActivitySubjects.NONE);
            assertEquals(1, agenda(at(MONDAY, 13, 0)).dueToday());
            when(
                    at(MONDAY, 16, 5),
                    crm -> crm.activities()
                            .notHeld(new EndActivity(unanswered.id(), unanswered.revision(), "nobody there")));
            Activity again = when(
                    at(MONDAY, 16, 6),
                    crm -> crm.activities()
                            .followUp(unanswered.id(), PlanActivity.of(ActivityType.CALL, anna, at(WEDNESDAY, 9, 30))));
            assertEquals(unanswered.id(), again.plan().follows());

            Agenda evening = agenda(at(MONDAY, 19, 0));
            assertEquals(List.of(0L, 0L, 2L), List.of(evening.overdue(), evening.dueToday(), evening.planned()));
            return visit;
        }

        /* The visit takes half an hour longer. Eva wants pumps: she is a contact now, and there is a deal. */
        private LeadLinks tuesday(Activity visit) {
            assertEquals(List.of(visit.id()), today(at(TUESDAY, 8, 0)));
            Duration took = Duration.ofMinutes(90);
            when(
                    at(TUESDAY, 11, 30),
                    crm -> crm.activities()
                            .hold(new HoldActivity(
                                    visit.id(), visit.revision(), null, took, "wants a quote in autumn")));
            diary.add(ActivityType.MEETING);
            assertEquals(took, current(at(TUESDAY, 12, 0), visit.id()).duration());

            held(ActivityType.CALL, at(TUESDAY, 14, 0), ActivitySubjects.NONE);
            Lead converted = when(
                    at(TUESDAY, 14, 30),
                    crm -> crm.leads()
                            .convert(ConvertLead.matching(eva.id())
                                    .opening(new Opening(
                                            "Pumps for Graz", pipeline.id(), null, Money.of("1470", "EUR"), null))));
            assertEquals(LeadStatus.CONVERTED, converted.progress().status());
            return converted.links();
        }

        /*
         * The call that nobody answered is made. Ben is to come along to Graz this afternoon; then Eva cannot, and it is
         * tomorrow at three, for which Ben is asked anew. A visit at five is called off. A brochure was to be sent today.
         */
        private Activity wednesday(LeadLinks graz) {
            ActivityId call = today(at(WEDNESDAY, 8, 0)).get(0);
            Activity due = current(at(WEDNESDAY, 9, 30), call);
            when(at(WEDNESDAY, 9, 40), crm -> crm.activities().hold(HoldActivity.asPlanned(call, due.revision())));
            diary.add(ActivityType.CALL);

            ActivitySubjects about = new ActivitySubjects(graz.company(), graz.person(), graz.opportunity());
            Activity shown = planned(
                    at(WEDNESDAY, 9, 50), ActivityType.MEETING, at(WEDNESDAY, 14, 0), about, Participant.of(ben));
            Activity accepted = when(
                    at(WEDNESDAY, 10, 0),
                    crm -> crm.activities()
                            .answer(new AnswerActivity(shown.id(), shown.revision(), ben, Acceptance.ACCEPTED)));
            assertEquals(List.of(false), tentative(WEDNESDAY));
            Activity moved = when(
                    at(WEDNESDAY, 11, 0),
                    crm -> crm.activities()
                            .reschedule(
                                    new RescheduleActivity(accepted.id(), accepted.revision(), at(THURSDAY, 15, 0))));
            assertEquals(List.of(), tentative(WEDNESDAY));
            assertEquals(List.of(true), tentative(THURSDAY));

            Activity off =
                    planned(at(WEDNESDAY, 11, 30), ActivityType.MEETING, at(WEDNESDAY, 17, 0), ActivitySubjects.NONE);
            when(
                    at(WEDNESDAY, 12, 0),
                    crm -> crm.activities().cancel(new EndActivity(off.id(), off.revision(), "they are ill")));
            when(
                    at(WEDNESDAY, 12, 10),
                    crm -> crm.activities()
                            .plan(PlanActivity.of(new ActivityType("brochure"), anna, at(WEDNESDAY, 12, 10))
                                    .with(ActivityContent.NONE.with(new ActivityDetails.Task(WEDNESDAY, null)))));
            return moved;
        }

        private List<Boolean> tentative(LocalDate day) {
            return when(at(WEDNESDAY, 12, 0), crm -> crm.calendar().freeBusy(ben, TimeRange.day(day, ROME)))
                    .busy()
                    .stream()
                    .map(BusyTime::tentative)
                    .toList();
        }

        /* The brochure is late, and is sent. Pumps are shown in Graz, Ben is there, and the quote goes out. */
        private QuoteId thursday(LeadLinks graz, Activity demonstration) {
            Instant morning = at(THURSDAY, 8, 0);
            Agenda agenda = agenda(morning);
            assertEquals(List.of(1L, 1L, 0L), List.of(agenda.overdue(), agenda.dueToday(), agenda.planned()));
            assertEquals(List.of(demonstration.id()), today(morning));
            when(at(THURSDAY, 8, 30), crm -> {
                Activity late = crm.calendar()
                        .due(anna, Due.OVERDUE, PageRequest.first(1))
                        .items()
                        .get(0);
                return crm.activities().hold(HoldActivity.asPlanned(late.id(), late.revision()));
            });

            Activity accepted = when(
                    at(THURSDAY, 9, 0),
                    crm -> crm.activities()
                            .answer(new AnswerActivity(
                                    demonstration.id(), demonstration.revision(), ben, Acceptance.ACCEPTED)));
            when(
                    at(THURSDAY, 16, 0),
                    crm -> crm.activities().hold(HoldActivity.asPlanned(accepted.id(), accepted.revision())));
            diary.add(ActivityType.MEETING);

            Quote sent = when(at(THURSDAY, 17, 0), crm -> {
                Quote draft = crm.quotes()
                        .draft(new DraftQuote(
                                new DocumentParties(anna, graz.company(), graz.person(), graz.opportunity()),
                                new QuoteTerms(
                                        Currency.getInstance("EUR"),
                                        LocalDate.of(2026, 4, 30),
                                        "30 days net",
                                        null,
                                        null),
                                List.of(DraftQuote.Line.of("Pump P-200", "10", "120.50", TaxCategory.rate("22"))),
                                List.of()));
                return crm.quotes().markSent(draft.id(), draft.revision());
            });
            held(
                    ActivityType.QUOTE,
                    at(THURSDAY, 17, 0),
                    new ActivitySubjects(graz.company(), graz.person(), graz.opportunity(), sent.id(), null));
            moveTo("Offer", graz, at(THURSDAY, 17, 1));
            return sent.id();
        }

        private Opportunity moveTo(String stage, LeadLinks graz, Instant now) {
            OpportunityId deal = Objects.requireNonNull(graz.opportunity());
            return when(
                    now,
                    crm -> crm.opportunities()
                            .move(
                                    deal,
                                    pipeline.stageNamed(stage).orElseThrow().id(),
                                    crm.opportunities().find(deal).orElseThrow().revision()));
        }

        /* Eva signs. Paolo, called about the autumn, works for Beta since today; Anna will see him there on Monday. */
        private void friday(LeadLinks graz, QuoteId quote) {
            when(at(FRIDAY, 9, 0), crm -> {
                Quote sent = crm.quotes().find(quote).orElseThrow();
                crm.quotes().accept(quote, sent.revision());
                return crm.orders().order(OrderQuote.all(quote));
            });
            held(
                    ActivityType.CONTRACT,
                    at(FRIDAY, 9, 0),
                    new ActivitySubjects(graz.company(), graz.person(), graz.opportunity()));
            Opportunity won = moveTo("Won", graz, at(FRIDAY, 9, 5));
            assertEquals(Outcome.WON, won.standing().outcome());

            CompanyId beta = when(
                    at(FRIDAY, 10, 0),
                    crm -> crm.companies().add(AddCompany.named("Beta")).id());
            when(
                    at(FRIDAY, 10, 1),
                    crm -> crm.affiliations()
                            .moveOn(
                                    buyer.id(),
                                    buyer.revision(),
                                    new JoinCompany(paolo, beta, "head", FRIDAY, null, true)));
            ActivitySubjects paoloAtBeta = new ActivitySubjects(beta, paolo, null);
            held(ActivityType.CALL, at(FRIDAY, 10, 30), paoloAtBeta);
            planned(at(FRIDAY, 10, 45), ActivityType.MEETING, at(MONDAY.plusDays(7), 10, 0), paoloAtBeta);
        }

        /* Five calls, two meetings, one quote, one contract; nothing is left undone, and each company knows its own. */
        private void theWeekIsOver(LeadLinks graz) {
            Instant evening = at(FRIDAY, 18, 0);
            List<ActivityType> steps =
                    List.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.QUOTE, ActivityType.CONTRACT);
            TeamFunnel funnel = when(
                    evening,
                    crm -> crm.insights().activityFunnel(steps, Period.days(MONDAY, MONDAY.plusDays(7), ROME)));
            List<Long> counts =
                    funnel.all().steps().stream().map(step -> step.count()).toList();
            assertEquals(List.of(5L, 2L, 1L, 1L), counts);
            assertEquals(
                    steps.stream()
                            .map(step -> diary.stream().filter(step::equals).count())
                            .toList(),
                    counts);

            Agenda agenda = agenda(evening);
            assertEquals(List.of(0L, 0L, 1L), List.of(agenda.overdue(), agenda.dueToday(), agenda.planned()));
            List<CalendarEntry> monday = when(evening, crm -> crm.calendar().day(anna, MONDAY.plusDays(7)));
            assertEquals(
                    Instant.parse("2026-03-30T08:00:00Z"), monday.get(0).range().from());

            CompanyId customer = graz.company();
            assertNotNull(customer);
            assertEquals(
                    List.of("meeting", "call"),
                    activitiesOf(evening, crm -> crm.timelines().of(acme, ACTIVITIES)));
            assertEquals(
                    List.of("contract", "quote", "meeting"),
                    activitiesOf(evening, crm -> crm.timelines().of(customer, ACTIVITIES)));
            assertEquals(
                    List.of("meeting", "call", "meeting", "call"),
                    activitiesOf(evening, crm -> crm.timelines().of(paolo, ACTIVITIES)));
            assertTrue(when(evening, crm -> crm.journal().firstBroken()).isEmpty());
        }

        private static final TimelineRequest ACTIVITIES =
                TimelineRequest.newest(50).only(EntryKind.ACTIVITY);

        private List<String> activitiesOf(Instant now, Function<CrmSession, TimelinePage> read) {
            return when(now, read).entries().stream()
                    .map(entry -> ((Entry.OfActivity) entry).activity().type().code())
                    .toList();
        }
    }
}

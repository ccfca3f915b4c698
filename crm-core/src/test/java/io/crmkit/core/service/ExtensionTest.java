package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hosts add to records: fields of their own, and tags. */
class ExtensionTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final FieldKey<String> BADGE = FieldKey.text("badge");
    private static final FieldKey<BigDecimal> TARGET = FieldKey.number("target");
    private static final Extension WISH =
            new Extension(CustomFields.of(BADGE, "A-17").with(TARGET, new BigDecimal("12.5")), Set.of("vip", "alps"));

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession session = Crm.builder()
            .stores(stores)
            .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(TENANT, "anna"));

    private Seller anna() {
        return session.sellers().add(new AddSeller("Anna Rossi", null));
    }

    private static <N extends Noun<I> & Extensible<N>, I extends Identifier> void takes(
            ExtensibleRecords<N, I> records, N noun) {
        N extended = records.extend(noun.id(), WISH, noun.revision());
        assertEquals(WISH, Extension.of(records.find(noun.id()).orElseThrow()));
        assertEquals(
                noun,
                extended.withCustom(CustomFields.NONE).withTags(Set.of()).withRevision(noun.revision()),
                "nothing else is changed");
    }

    @Test
    void sellersTeamsProductsPeopleAndCompaniesTakeFieldsAndTags() {
        takes(session.sellers(), anna());
        takes(session.teams(), session.teams().add(new AddTeam("North", null)));
        takes(session.products(), session.products().add(new AddProduct("Pump", null, null)));
        takes(session.people(), session.people().add(new AddPerson("Eva Huber", null)));
        takes(session.companies(), session.companies().add(AddCompany.named("Graz Pumps")));
    }

    @Test
    void anOpportunityTakesThemToo() {
        Pipeline pipeline = session.pipelines()
                .define(new DefinePipeline(
                        "Sales", List.of(new DefinePipeline.StageDefinition("Open", StageKind.OPEN))));
        takes(
                session.opportunities(),
                session.opportunities()
                        .open(new OpenOpportunity(
                                "Pumps", pipeline.id(), new OpportunityParties(null, null, null), null, null, null)));
        assertEquals(
                1,
                session.opportunities().count(OpportunityFields.ALL.tag("vip").is(true)));
    }

    @Test
    void anActivityTakesThemToo() {
        Activity held = session.activities()
                .record(RecordActivity.held(ActivityType.CALL, anna().id(), Instant.parse("2026-03-02T09:00:00Z")));
        takes(session.activities(), held);
        Criterion<Activity> meant =
                ActivityFields.ALL.custom(TARGET).greater(new BigDecimal("12")).and(ActivityFields.ALL.tagged("vip"));
        assertEquals(1, session.activities().count(meant));
        assertEquals(0, session.activities().count(meant.and(ActivityFields.ALL.tagged("nobody's"))));
    }

    @Test
    void anOccurrenceTakenOutOfASeriesKeepsWhatTheSeriesHas() {
        Instant first = Instant.parse("2030-03-04T09:00:00Z");
        Activity series = session.activities()
                .plan(
                        PlanActivity.of(ActivityType.CALL, anna().id(), first),
                        Recurrence.of("FREQ=WEEKLY", ZoneId.of("Europe/Rome")));
        Activity extended = session.activities().extend(series.id(), WISH, series.revision());
        Activity single = session.activities().takeOut(series.id(), extended.revision(), first);
        assertEquals(WISH, Extension.of(single));
    }

    @Test
    void aQuoteThatWasSentTakesThemAndOffersWhatItOffered() {
        Quote draft = session.quotes()
                .draft(new DraftQuote(
                        new DocumentParties(
                                anna().id(),
                                null,
                                session.people().add(new AddPerson("Eva", null)).id(),
                                null),
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(9999, 1, 1), null, null, null),
                        List.of(DraftQuote.Line.of("Pump", "2", "120.50", TaxCategory.rate("22"))),
                        List.of()));
        takes(session.quotes(), session.quotes().markSent(draft.id(), draft.revision()));
        Quote sent = session.quotes().find(draft.id()).orElseThrow();
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        assertEquals(WISH, Extension.of(accepted));
        takes(session.orders(), session.orders().order(OrderQuote.all(accepted.id())));
    }

    @Test
    void criteriaAskForWhatWasAdded() {
        Seller anna = anna();
        Seller extended = session.sellers().extend(anna.id(), WISH, anna.revision());
        session.sellers().add(new AddSeller("Bruno Conti", null));
        Criterion<Seller> meant = SellerFields.ALL
                .custom(TARGET)
                .greater(new BigDecimal("12"))
                .and(SellerFields.ALL.tag("alps").is(true));
        assertEquals(
                List.of(extended),
                session.sellers().select(meant, PageRequest.first(10)).items());
    }

    @Test
    void theJournalSaysWhatWasAdded() {
        Seller anna = anna();
        session.sellers().extend(anna.id(), WISH, anna.revision());
        assertEquals(
                List.of("custom.badge", "custom.target", "tags[alps]", "tags[vip]"),
                stores.journal().after(TENANT, anna.id(), Cursor.START).get(1).fields().stream()
                        .map(FieldChange::field)
                        .sorted()
                        .toList());
    }

    @Test
    void whatBreaksARuleIsRefusedWithAllThatDoes() {
        Seller anna = anna();
        Extension bad = new Extension(CustomFields.NONE, Set.of("a\nb", "x".repeat(61), " "));
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class, () -> session.sellers().extend(anna.id(), bad, anna.revision()));
        assertEquals(3, refused.violations().size(), refused::getMessage);
        assertEquals(
                Set.of("must not be blank", "must not contain control characters", "must have 0 to 60 characters"),
                Set.copyOf(
                        refused.violations().stream().map(each -> each.rule()).toList()));
        assertEquals(anna, session.sellers().find(anna.id()).orElseThrow());
    }

    @Test
    void aTagIsHeldOnceWhateverTheCaseAndTheBlanks() {
        Seller anna = anna();
        Extension bad = new Extension(CustomFields.NONE, new TreeSet<>(Set.of("ViP", "vip", "VIP ")));
        assertEquals(
                "Extension is not valid: tags '[VIP , ViP, vip]' must not hold a tag twice, whatever the case;"
                        + " tags[] 'VIP ' must not begin or end with a blank",
                refusal(session, anna, bad));
        assertEquals(
                "Extension non è valido: tags '[VIP , ViP, vip]' non può contenere un'etichetta due volte,"
                        + " maiuscole e minuscole a parte; tags[] 'VIP ' non può iniziare o finire con uno spazio",
                refusal(session.in(Locale.ITALIAN), anna, bad));
        assertEquals(anna, session.sellers().find(anna.id()).orElseThrow());
    }

    private static String refusal(CrmSession crm, Seller seller, Extension extension) {
        return String.valueOf(assertThrows(
                        InvalidCommandException.class,
                        () -> crm.sellers().extend(seller.id(), extension, seller.revision()))
                .getMessage());
    }

    @Test
    void aRecordThatChangedSinceOrIsNotThereIsRefused() {
        Seller anna = anna();
        session.sellers().extend(anna.id(), WISH, anna.revision());
        assertEquals(
                "SellerId " + anna.id() + " was saved from revision 1, but is at revision 2",
                assertThrows(
                                StaleRevisionException.class,
                                () -> session.sellers().extend(anna.id(), WISH, anna.revision()))
                        .getMessage());
        PersonId nobody = new PersonId(new UUID(1, 1));
        assertEquals(
                "PersonId " + nobody + " does not exist",
                assertThrows(NotFoundException.class, () -> session.people().extend(nobody, WISH, Revision.NONE))
                        .getMessage());
    }
}

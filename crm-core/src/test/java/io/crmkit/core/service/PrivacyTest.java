package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ContactDecision;
import io.crmkit.core.privacy.ErasureRefusedException;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Json;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Access, duties to keep, and erasure, through the front door. */
class PrivacyTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TenantId ACME = new TenantId("acme");
    private static final Actor EVA = new Actor(ACME, "eva");
    private static final FieldKey<String> MOBILE = FieldKey.text("mobile");

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession crm = Crm.builder()
            .stores(stores)
            .clock(clock)
            .suppressionKey(SuppressionKey.of(new byte[16]))
            .build()
            .as(EVA);
    private final Person ann = ann();
    private final Person tom = crm.people().add(new AddPerson("Tom Roe", new EmailAddress("tom@example.com")));
    private final Seller seller = crm.sellers().add(new AddSeller("Eva Huber", null));
    private final Opportunity deal = deal();

    private Person ann() {
        Person added = crm.people().add(new AddPerson("Ann Lee", new EmailAddress("Ann.Lee@Example.com")));
        Person filled = added.withCustom(CustomFields.of(MOBILE, "+43 664 5550123"))
                .withTags(Set.of("likes Ann Lee's shop", "vip"));
        return Recording.write(stores, EVA, clock, recording -> recording.save(stores.people(), added, filled));
    }

    private Opportunity deal() {
        var pipeline = crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON))));
        return crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps",
                        pipeline.id(),
                        new OpportunityParties(seller.id(), null, ann.id()),
                        null,
                        Money.of("1200", "EUR"),
                        null));
    }

    private void live() {
        for (Person person : List.of(ann, tom)) {
            crm.activities()
                    .record(new RecordActivity(
                            ActivityType.CALL,
                            seller.id(),
                            NOON,
                            ActivityState.HELD,
                            new ActivitySubjects(null, person.id(), deal.id())));
        }
        crm.consents()
                .give(new GiveConsent(
                        ann.id(),
                        Channel.EMAIL,
                        "newsletter",
                        LawfulBasis.CONSENT,
                        "web form",
                        "Ann Lee ticked it from +43 664 5550123",
                        null));
        crm.consents().request(RequestConsent.of(ann.id(), Channel.EMAIL, "survey"));
        crm.privacy().hold(new PlaceHold(ann.id(), "invoices of Ann Lee", LocalDate.of(2026, 5, 6)));
    }

    private void livedAndHeldNoMore() {
        live();
        clock.forward(Duration.ofDays(2));
    }

    @Test
    void exportsAllThatIsHeld() {
        live();
        crm.suppressions().suppress(Channel.EMAIL, "ann.lee@example.com", SuppressionReason.OBJECTED);
        PersonExport export = crm.privacy().export(ann.id());
        assertEquals(ann, export.person());
        assertEquals(1, export.activities().size());
        assertEquals(List.of(deal), export.opportunities());
        assertEquals(2, export.consents().size());
        assertEquals(1, export.holds().size());
        assertEquals(1, export.suppressions().size());
        assertEquals(
                List.of("person", "person", "activity", "consent", "consent", "retention-hold"),
                export.changes().stream().map(change -> change.subject().kind()).toList());
    }

    private Quote quote(String said) {
        Quote draft = crm.quotes()
                .draft(new DraftQuote(
                        new DocumentParties(seller.id(), null, ann.id(), deal.id()),
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30), null, null, said),
                        List.of(DraftQuote.Line.of("Pump", "1", "100", TaxCategory.rate("22"))),
                        List.of()));
        Quote sent = crm.quotes().markSent(draft.id(), draft.revision());
        return crm.quotes().accept(sent.id(), sent.revision());
    }

    @Test
    void exportsWhereAPersonBelongsAndWhatWasQuotedAndOrdered() {
        Company acme = crm.companies().add(AddCompany.named("Acme"));
        var joined = crm.affiliations().join(new JoinCompany(ann.id(), acme.id(), "buyer", null, null, true));
        Quote quote = quote("as agreed");
        SalesOrder order = crm.orders().order(OrderQuote.all(quote.id()));
        PersonExport export = crm.privacy().export(ann.id());
        assertEquals(List.of(joined), export.affiliations());
        assertEquals(
                List.of(quote.id()), export.quotes().stream().map(Quote::id).toList());
        assertEquals(List.of(order), export.orders());
        assertEquals("buyer", at(Json.read(export.toJson()), "affiliations", 0, "role"));
        assertTrue(export.changes().stream()
                .anyMatch(change -> change.subject().kind().equals("affiliation")));
        assertEquals(List.of(), crm.privacy().export(tom.id()).quotes());
    }

    @Test
    void namesQuotesThatMentionThePersonAndLeavesThemAsTheyWereSent() {
        Quote quote = quote("for Ann Lee in person");
        assertEquals(List.of(quote.id()), crm.privacy().reach(ann.id()).mentions());
        crm.privacy().erase(ann.id());
        assertEquals(quote, crm.quotes().find(quote.id()).orElseThrow());
    }

    @Test
    void writesTheExportAsJson() {
        live();
        String text = crm.privacy().export(ann.id()).toJson();
        Object read = Json.read(text);
        assertEquals("2026-05-04T12:00:00Z", at(read, "exportedAt"));
        assertEquals(ann.id().toString(), at(read, "person", "id"));
        assertEquals("Ann Lee", at(read, "person", "name"));
        assertEquals("+43 664 5550123", at(read, "person", "custom.mobile"));
        assertEquals("vip", at(read, "person", "tags[vip]"));
        assertEquals("call", at(read, "activities", 0, "type"));
        assertEquals("Pumps", at(read, "opportunities", 0, "label.name"));
        assertTrue(String.valueOf(at(read, "consents")).contains("proof.source=web form"), text);
        assertEquals("2026-05-06", at(read, "holds", 0, "until"));
        assertEquals("person " + ann.id(), at(read, "changes", 0, "subject"));
        assertEquals("name", at(read, "changes", 0, "fields", 0, "field"));
        assertEquals("Ann Lee", at(read, "changes", 0, "fields", 0, "after"));
        assertFalse(text.toLowerCase(Locale.ROOT).contains("tom roe"));
        assertFalse(text.toLowerCase(Locale.ROOT).contains("eva"));
    }

    private static @Nullable Object at(@Nullable Object json, Object... path) {
        Object at = json;
        for (Object step : path) {
            at = step instanceof Integer place
                    ? ((List<?>) requireNonNull(at)).get(place)
                    : ((Map<?, ?>) requireNonNull(at)).get(step);
        }
        return at;
    }

    @Test
    void aDutyToKeepRefusesTheErasureAndLeavesEverythingAsItWas() {
        live();
        List<Change> before = crm.journal().after(0);
        RetentionHold hold = crm.privacy().holds(ann.id()).get(0);
        assertEquals(List.of(hold), crm.privacy().reach(ann.id()).holds());
        var refused =
                assertThrows(ErasureRefusedException.class, () -> crm.privacy().erase(ann.id()));
        assertEquals(List.of(hold), refused.holds());
        assertEquals(
                "person must not be held to be erased: person = " + ann.id()
                        + ", holds = 'invoices of Ann Lee' until 2026-05-06",
                refused.getMessage());
        assertEquals(before, crm.journal().after(0));
        assertEquals(Optional.of(ann), crm.people().find(ann.id()));
        RetentionHold released = crm.privacy().release(hold.id());
        assertEquals(LocalDate.of(2026, 5, 4), released.until());
        assertEquals(released, crm.privacy().release(hold.id()));
        assertEquals(List.of(), crm.privacy().erase(ann.id()).holds());
    }

    @Test
    void refusesADutyInThePast() {
        assertEquals(
                "PlaceHold is not valid: until '2026-05-04' must be after today",
                assertThrows(
                                InvalidCommandException.class,
                                () -> crm.privacy().hold(new PlaceHold(ann.id(), "BAO 132", LocalDate.of(2026, 5, 4))))
                        .getMessage());
        assertEquals(List.of(), crm.privacy().holds(ann.id()));
    }

    @Test
    void leavesNoWordOfThePersonAnywhere() {
        livedAndHeldNoMore();
        List<String> words = List.of("ann lee", "ann.lee", "5550123", "vip");
        for (String word : words) {
            assertTrue(everything().contains(word), word);
        }
        crm.privacy().erase(ann.id());
        for (String word : words) {
            assertFalse(everything().contains(word), () -> word + " in " + everything());
        }
        assertTrue(everything().contains("tom roe"));
        assertEquals(OptionalLong.empty(), crm.journal().firstBroken());
        assertEquals(Personal.ERASED, crm.people().find(ann.id()).orElseThrow().name());
    }

    /* every record that any store holds, and the whole journal, in lower case */
    private String everything() {
        StringBuilder all =
                new StringBuilder(stores.journal().after(ACME, Cursor.START).toString());
        for (Method method : Stores.class.getMethods()) {
            if (method.getReturnType() == Store.class) {
                try {
                    Store<?, ?> store = (Store<?, ?>) method.invoke(stores);
                    all.append(store.page(ACME, PageRequest.first(1_000)).items());
                } catch (ReflectiveOperationException impossible) {
                    throw new LinkageError(method.toString(), impossible);
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void reachesWhatTheDryRunSaidAndNothingTheSecondTime() {
        livedAndHeldNoMore();
        ErasureReach reach = crm.privacy().reach(ann.id());
        // the person, two consents and a hold; their changes, of which the person has two
        assertEquals(4, reach.records());
        assertEquals(5, reach.changes());
        assertEquals(1, reach.suppressions());
        assertEquals(List.of(), reach.mentions());
        assertEquals(reach, crm.privacy().reach(ann.id()));
        assertEquals(reach, crm.privacy().erase(ann.id()));
        List<Change> after = crm.journal().after(0);
        assertTrue(crm.privacy().reach(ann.id()).isEmpty());
        assertTrue(crm.privacy().erase(ann.id()).isEmpty());
        assertEquals(after, crm.journal().after(0));
    }

    @Test
    void listsOtherRecordsThatHaveTheNameInTheirs() {
        crm.companies().add(AddCompany.named("Flowers by ANN LEE"));
        var company = crm.companies().page(PageRequest.first(10)).items().get(0);
        assertEquals(List.of(company.id()), crm.privacy().reach(ann.id()).mentions());
        assertEquals(List.of(company.id()), crm.privacy().erase(ann.id()).mentions());
        assertEquals(
                "Flowers by ANN LEE",
                crm.companies().find(company.id()).orElseThrow().name());
    }

    @Test
    void saysInTheJournalThatItErasedAndNotWhat() {
        livedAndHeldNoMore();
        crm.privacy().erase(ann.id());
        List<Change> changes = crm.journal().of(ann.id());
        assertEquals(3, changes.size());
        assertTrue(changes.stream().allMatch(Change::isErased));
        assertEquals(
                List.of("name", "relationship.state", "contactPoints", "custom", "tags"),
                changes.get(0).fields().stream().map(field -> field.field()).toList());
        assertFalse(changes.toString().contains("Ann"));
        assertFalse(crm.journal().of(tom.id()).stream().anyMatch(Change::isErased));
    }

    @Test
    void recognisesTheAddressWhenItIsImportedAgain() {
        livedAndHeldNoMore();
        crm.privacy().erase(ann.id());
        PersonId again = crm.people()
                .add(new AddPerson("Ann Lee", new EmailAddress("ann.lee@example.COM")))
                .id();
        crm.consents().give(GiveConsent.of(again, Channel.EMAIL, "newsletter"));
        assertEquals(
                ContactDecision.Reason.SUPPRESSED,
                crm.consents()
                        .mayContact(again, Channel.EMAIL, "newsletter", clock.instant())
                        .reason());
        assertEquals(
                SuppressionReason.ERASED,
                crm.suppressions()
                        .of(Channel.EMAIL, "ANN.LEE@example.com")
                        .orElseThrow()
                        .reason());
        assertEquals(
                ContactDecision.Reason.NO_ADDRESS,
                crm.consents()
                        .mayContact(ann.id(), Channel.EMAIL, "newsletter", clock.instant())
                        .reason());
    }

    @Test
    void erasesWholeOrNotAtAll() {
        livedAndHeldNoMore();
        String before = everything();
        assertThrows(
                IllegalStateException.class,
                () -> stores.transactions().write(() -> {
                    crm.privacy().erase(ann.id());
                    throw new IllegalStateException("the host's work failed");
                }));
        assertEquals(before, everything());
        crm.together(together -> together.privacy().erase(ann.id()));
        assertTrue(crm.privacy().reach(ann.id()).isEmpty());
        assertEquals(OptionalLong.empty(), crm.journal().firstBroken());
    }

    private Person save(Person before, Person after) {
        return Recording.write(stores, EVA, clock, recording -> recording.save(stores.people(), before, after));
    }

    @Test
    void erasesEveryWayToReachThePersonAndWhoWasMergedIntoTheRecord() {
        Person twin = crm.people().add(new AddPerson("A. Lee", new EmailAddress("lee@example.com")));
        crm.consents().give(GiveConsent.of(twin.id(), Channel.EMAIL, "newsletter"));
        Person merged = save(twin, twin.mergedInto(ann.id()));
        Person reachable = save(
                ann,
                ann.withContactPoints(List.of(
                        EmailPoint.of(new EmailAddress("ann@lee.example")).withStatus(ContactStatus.OPTED_OUT),
                        PhonePoint.of(new PhoneNumber("+43 664 5550123")),
                        PostalPoint.of(new PostalAddress("Ringstr. 1", "8010", "Graz", null, "AT")))));
        assertEquals(List.of(merged), crm.privacy().export(ann.id()).merged());
        assertEquals(reachable, crm.privacy().export(ann.id()).person());
        ErasureReach reach = crm.privacy().erase(ann.id());
        // two people; an e-mail address of each, a number for calls and for messages, a letter box
        assertEquals(2, reach.records());
        assertEquals(5, reach.suppressions());
        for (Person each : List.of(ann, twin)) {
            Person left = stores.people().find(ACME, each.id()).orElseThrow();
            assertEquals(List.of(), left.contactPoints());
            assertEquals(PartyState.ERASED, left.relationship().state());
        }
        assertEquals(
                ann.id(), stores.people().find(ACME, twin.id()).orElseThrow().mergedInto());
        for (String word : List.of("ann@", "a. lee", "lee@", "5550123", "ringstr")) {
            assertFalse(everything().contains(word), () -> word + " in " + everything());
        }
        assertTrue(crm.suppressions().of(Channel.SMS, "0043 664 5550123").isPresent());
        assertTrue(
                crm.suppressions().of(Channel.POST, "RINGSTR 1 - 8010 Graz, AT").isPresent());
        assertTrue(crm.suppressions().of(Channel.EMAIL, "Lee@example.com").isPresent());
    }

    @Test
    void contactsOnlyWhereTheContactPointsAllowIt() {
        crm.consents().give(GiveConsent.of(tom.id(), Channel.EMAIL, "newsletter"));
        EmailPoint out = EmailPoint.of(new EmailAddress("old@example.com")).withStatus(ContactStatus.BOUNCED);
        Person one = save(tom, tom.withContactPoints(List.of(out)));
        assertEquals(ContactDecision.Reason.SUPPRESSED, decided(tom).reason());
        save(one, one.withContactPoints(List.of(out, EmailPoint.of(new EmailAddress("tom@example.com")))));
        assertEquals(List.of("tom@example.com"), decided(tom).addresses());
        assertTrue(decided(tom).isAllowed());
    }

    private ContactDecision decided(Person person) {
        return crm.consents().mayContact(person.id(), Channel.EMAIL, "newsletter", clock.instant());
    }

    @Test
    void erasesTheLeadThatBecameThePersonAndWhatAMergeHasKept() {
        Lead lead = new Lead(
                new LeadId(UUID.randomUUID()),
                Revision.NONE,
                new LeadName("Zed Quill", "Quill & Co"),
                List.of(EmailPoint.of(new EmailAddress("zed@quill.example"))),
                new LeadProgress(LeadStatus.CONVERTED, seller.id(), "Zed was ill", null),
                "fair",
                "call Zed at home",
                new LeadLinks(tom.id(), null, null),
                CustomFields.of(MOBILE, "555777"),
                Set.of("zed"));
        Merge merge = new Merge(
                new MergeId(UUID.randomUUID()),
                Revision.NONE,
                DuplicateKind.PERSON,
                tom.id().value(),
                UUID.randomUUID(),
                "zed, found twice",
                NOON,
                0,
                1,
                List.of(new MergedField("tags[zed]", null, "zed")),
                null);
        Recording.write(stores, EVA, clock, recording -> recording.save(stores.leads(), null, lead));
        Recording.write(stores, EVA, clock, recording -> recording.save(stores.merges(), null, merge));
        PersonExport export = crm.privacy().export(tom.id());
        assertEquals(
                List.of(1, 1), List.of(export.leads().size(), export.merges().size()));
        ErasureReach reach = crm.privacy().erase(tom.id());
        assertEquals(3, reach.records());
        assertEquals(2, reach.suppressions());
        for (String word : List.of("zed", "555777", "tom roe", "tom@")) {
            assertFalse(everything().contains(word), () -> word + " in " + everything());
        }
        Lead left = stores.leads().find(ACME, lead.id()).orElseThrow();
        assertEquals("fair", left.source());
        assertEquals(new LeadName(Personal.ERASED, "Quill & Co"), left.name());
        assertEquals(LeadStatus.CONVERTED, left.progress().status());
        assertTrue(crm.privacy().reach(tom.id()).isEmpty());
        assertEquals(OptionalLong.empty(), crm.journal().firstBroken());
    }
}

package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.service.ChangeLines.Line;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CurrencyMismatchException;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.value.Violation;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.core.view.PortfolioRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is negotiated, who decides, and whose it is. */
class OpportunityContentTest {

    private static final TaxCategory VAT = TaxCategory.rate("22");
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private static final Money EURO = Money.of("1", "EUR");

    private final MovingClock clock = new MovingClock(NOW);
    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(clock)
            .suppressionKey(SuppressionKey.of(new byte[16]))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Team north = crm.teams().add(new AddTeam("North", null));
    private final Team south = crm.teams().add(new AddTeam("South", null));
    private final Seller anna = crm.sellers().add(new AddSeller("Anna", north.id()));
    private final Seller dora = crm.sellers().add(new AddSeller("Dora", south.id()));
    private final Product pump = crm.products().add(new AddProduct("Pump", null, Money.of("100", "EUR")));
    private final Pipeline pipeline =
            crm.pipelines().define(new DefinePipeline("Sales", List.of(new StageDefinition("Lead", StageKind.OPEN))));
    private final CompanyId company =
            crm.companies().add(AddCompany.named("Acme")).id();
    private final Opportunity opened = open(new OpportunityParties(anna.id(), company, null));

    private Opportunity open(OpportunityParties parties) {
        return crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", pipeline.id(), parties, null, Money.of("1000", "EUR"), LocalDate.of(2026, 6, 30)));
    }

    private Line pumps(String quantity, String discount) {
        return new Line(
                pump.id(),
                "Pump",
                new BigDecimal(quantity),
                new BigDecimal("100"),
                new BigDecimal(discount),
                Charge.ONCE);
    }

    private Opportunity with(Line... lines) {
        return crm.opportunities().change(lines(List.of(lines)));
    }

    private ChangeLines lines(List<Line> lines) {
        return new ChangeLines(opened.id(), opened.revision(), Currency.getInstance("EUR"), lines);
    }

    private static Line service(String quantity) {
        return Line.of("Service", quantity, "9.99", Charge.MONTHLY);
    }

    @Test
    void whatIsNegotiatedIsWorthNothingOrMore() {
        OpenOpportunity wish = new OpenOpportunity(
                "Pumps", pipeline.id(), opened.parties(), null, Money.of("-0.01", "EUR"), LocalDate.of(2026, 6, 30));
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class, () -> crm.opportunities().open(wish));
        assertEquals(List.of(new Violation("amount", "-0.01 EUR", "must not be negative")), refused.violations());
        assertEquals(1, crm.opportunities().count());
    }

    @Test
    void linesLeaveTheAmountToTheSellerUntilItIsTakenFromThem() {
        Opportunity lined = with(pumps("3", "12.5"), service("2"));
        assertEquals(Money.of("1000", "EUR"), lined.amount());
        assertNull(lined.recurring());
        assertTrue(lined.differsFromLines());
        Opportunity derived = crm.opportunities().worthItsLines(lined.id(), lined.revision());
        assertEquals(Money.of("262.50", "EUR"), derived.amount());
        assertEquals(Money.of("19.98", "EUR"), derived.recurring());
        assertFalse(derived.differsFromLines());
        assertEquals(derived, crm.opportunities().find(derived.id()).orElseThrow());
    }

    @Test
    void eachLineIsRoundedOnceAndHalfUp() {
        Line third = Line.of("Third", "0.5", "0.03", Charge.ONCE);
        Opportunity lined = with(third, third, third);
        assertEquals(Money.of("0.02", "EUR"), lined.lines().get(0).net());
        assertEquals(
                Money.of("0.06", "EUR"),
                crm.opportunities().worthItsLines(lined.id(), lined.revision()).amount());
    }

    @Test
    void anOpportunityWithoutLinesHasNothingToBeTakenFrom() {
        assertFalse(opened.differsFromLines());
        assertEquals(
                "opportunity 'Pumps' must have lines to be worth what they come to",
                assertThrows(IllegalArgumentException.class, opened::worthItsLines)
                        .getMessage());
        assertRefused(
                "WorthItsLines is not valid: opportunity.lines must not be empty",
                () -> crm.opportunities().worthItsLines(opened.id(), opened.revision()));
        assertRefused(
                "WorthItsLines non è valido: opportunity.lines non può essere vuoto",
                () -> crm.in(Locale.ITALIAN).opportunities().worthItsLines(opened.id(), opened.revision()));
    }

    @Test
    void everythingWrongInAnyLineIsNamedByItsPlaceAtOnce() {
        assertRefused(
                "ChangeLines is not valid:"
                        + " lines[0].discount '200' must be 100 or less;"
                        + " lines[0].quantity '0' must be above 0;"
                        + " lines[2].name ' ' must not be blank;"
                        + " lines[2].quantity '0.00001' must have at most 12 digits before and 4 after the decimal point;"
                        + " lines[2].unitPrice '-1.005' must be 0 or more;"
                        + " lines[2].unitPrice '-1.005' must have at most 15 digits before and 2 after the decimal point",
                () -> with(pumps("0", "200"), service("1"), Line.of(" ", "0.00001", "-1.005", Charge.ONCE)));
        assertEquals(opened, crm.opportunities().find(opened.id()).orElseThrow());
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller should give
    void whatIsMissingInLinesIsNamedBesideWhatIsWrong() {
        Line empty = new Line(null, null, null, null, null, null);
        assertRefused(
                "ChangeLines is not valid: lines[0] must be given; lines[1].charge must be given;"
                        + " lines[1].discount must be given; lines[1].name must not be blank;"
                        + " lines[1].quantity must be given; lines[1].unitPrice must be given;"
                        + " lines[2].unitPrice '1E+999999999' must have at most 15 digits before and 2 after the"
                        + " decimal point",
                () -> crm.opportunities()
                        .change(lines(Arrays.asList(null, empty, Line.of("Pump", "1", "1E+999999999", Charge.ONCE)))));
        assertRefused(
                "ChangeLines is not valid: currency must be given; from must be given; lines must be given;"
                        + " opportunity must be given",
                () -> crm.opportunities().change(new ChangeLines(null, null, null, null)));
    }

    @Test
    void aPriceHasAsManyDecimalsAsTheCurrencyInTheCallersLanguage() {
        ChangeLines yen = new ChangeLines(
                opened.id(),
                opened.revision(),
                Currency.getInstance("JPY"),
                List.of(Line.of("Pump", "1", "1.50", Charge.ONCE), Line.of("Pump", "1", "150.00", Charge.ONCE)));
        assertRefused(
                "ChangeLines non è valido: lines[0].unitPrice '1.50' deve avere al massimo 15 cifre prima della virgola"
                        + " e 0 dopo",
                () -> crm.in(Locale.ITALIAN).opportunities().change(yen));
    }

    @Test
    void linesComeToWhatMoneyCanState() {
        Line dear = Line.of("Pump", "1", "600000000000000", Charge.ONCE);
        Line monthly = Line.of("Service", "1", "600000000000000", Charge.MONTHLY);
        assertRefused(
                "ChangeLines is not valid: lines must come to at most 15 digits before the decimal point",
                () -> with(dear, dear));
        assertRefused(
                "ChangeLines non è valido: lines devono dare al massimo 15 cifre prima della virgola",
                () -> crm.in(Locale.ITALIAN).opportunities().change(lines(List.of(dear, dear))));
        assertEquals(2, with(dear, monthly).lines().size());
    }

    @Test
    void aLineKeepsItsRulesWhoeverMakesIt() {
        assertBroken("quantity must be above 0: 0", () -> OpportunityLine.of("Pump", "0", EURO, Charge.ONCE));
        assertBroken("quantity must be above 0: -1", () -> OpportunityLine.of("Pump", "-1", EURO, Charge.ONCE));
        assertBroken(
                "quantity must have at most 12 digits and 4 decimals: 0.00001",
                () -> OpportunityLine.of("Pump", "0.00001", EURO, Charge.ONCE));
        assertBroken(
                "unitPrice must not be negative: -1.00 EUR",
                () -> OpportunityLine.of("Pump", "1", Money.of("-1", "EUR"), Charge.ONCE));
        assertBroken(
                "discount must be 0 to 100 %: 200",
                () -> new OpportunityLine(null, "Pump", BigDecimal.ONE, EURO, BigDecimal.valueOf(200), Charge.ONCE));
        List<OpportunityLine> mixed = List.of(
                OpportunityLine.of("Pump", "1", EURO, Charge.ONCE),
                OpportunityLine.of("Pump", "1", Money.of("1", "USD"), Charge.ONCE));
        assertThrows(CurrencyMismatchException.class, () -> opened.withLines(mixed));
    }

    private static void assertBroken(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(InvalidCommandException.class, call::run).getMessage());
    }

    @Test
    void linesAreSetFromTheRevisionSeen() {
        with(pumps("1", "0"));
        assertThrows(StaleRevisionException.class, () -> with(pumps("2", "0")));
        List<Line> many = Collections.nCopies(201, pumps("1", "0"));
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class, () -> crm.opportunities().change(lines(many)));
        assertEquals("lines", refused.violations().get(0).field());
        assertEquals("must have 0 to 200 items", refused.violations().get(0).rule());
    }

    private static QuoteTerms terms(String currency) {
        return new QuoteTerms(Currency.getInstance(currency), LocalDate.of(2026, 6, 3), null, null, null);
    }

    @Test
    void aQuoteIsDraftedFromTheLines() {
        with(pumps("3", "12.5"), service("2"));
        Quote quote = crm.quotes().draftFrom(new QuoteOpportunity(opened.id(), terms("EUR"), VAT, 12));
        assertEquals(opened.id(), quote.parties().opportunity());
        assertEquals(anna.id(), quote.parties().seller());
        assertEquals(pump.id(), quote.lines().get(0).product());
        assertEquals("C62", quote.lines().get(0).unit());
        assertEquals("MON", quote.lines().get(1).unit());
        assertEquals(0, new BigDecimal("24").compareTo(quote.lines().get(1).quantity()));
        // 3 x 100 less 12.5 %, and 2 x 12 months at 9.99
        assertEquals(Money.of("502.26", "EUR"), quote.totals().net());
    }

    @Test
    void whatAQuoteNeedsBesideIsNamedAtOnceInTheCallersLanguage() {
        Opportunity nobodys = open(new OpportunityParties(null, null, null));
        InvalidCommandException bare = assertThrows(
                InvalidCommandException.class,
                () -> crm.quotes().draftFrom(new QuoteOpportunity(nobodys.id(), terms("EUR"), VAT, null)));
        assertEquals(
                "QuoteOpportunity is not valid: opportunity.company must be given, or a contact;"
                        + " opportunity.lines must not be empty; opportunity.owner must be given",
                bare.getMessage());
        with(service("2"));
        InvalidCommandException wrong = assertThrows(
                InvalidCommandException.class,
                () -> crm.in(Locale.ITALIAN)
                        .quotes()
                        .draftFrom(new QuoteOpportunity(opened.id(), terms("USD"), VAT, null)));
        assertEquals(
                "QuoteOpportunity non è valido: months va indicato, perché ci sono righe addebitate ogni mese;"
                        + " terms.currency 'USD' deve essere EUR, la valuta delle righe",
                wrong.getMessage());
        assertEquals(0, crm.quotes().count());
    }

    private Person person(String name) {
        return crm.people().add(new AddPerson(name, new EmailAddress(name + "@example.org")));
    }

    private List<Opportunity> meant(Criterion<Opportunity> criterion) {
        return crm.opportunities().select(criterion, PageRequest.first(10)).items();
    }

    private Opportunity decidedBy(Person first, ContactRole... roles) {
        return crm.opportunities()
                .change(new ChangeContacts(opened.id(), opened.revision(), first.id(), List.of(roles)));
    }

    @Test
    void contactsHaveRolesAndAreFoundByThem() {
        Person rita = person("rita");
        Person ugo = person("ugo");
        Opportunity decided = decidedBy(
                rita,
                new ContactRole(rita.id(), BuyingRole.DECISION_MAKER),
                new ContactRole(ugo.id(), new BuyingRole("gatekeeper")));
        assertEquals(rita.id(), decided.parties().contact());
        assertEquals(
                List.of(decided), meant(OpportunityFields.participant(ugo.id()).is(true)));
        assertEquals(
                List.of(decided),
                meant(OpportunityFields.role(BuyingRole.DECISION_MAKER).is(true)));
        assertEquals(
                List.of(decided),
                meant(OpportunityFields.role(BuyingRole.CHAMPION).is(false)));
        assertEquals(
                OpportunityFields.role(new BuyingRole("gatekeeper")).is(true),
                OpportunityFields.ALL.read(OpportunityFields.role(new BuyingRole("gatekeeper"))
                        .is(true)
                        .toText()));
    }

    @Test
    void nobodyHasTwoRolesAndStrangersHaveNone() {
        Person rita = person("rita");
        InvalidCommandException twice = assertThrows(
                InvalidCommandException.class,
                () -> decidedBy(
                        rita,
                        new ContactRole(rita.id(), BuyingRole.USER),
                        new ContactRole(rita.id(), BuyingRole.CHAMPION)));
        assertEquals("roles", twice.violations().get(0).field());
        assertEquals("must not hold anybody twice", twice.violations().get(0).rule());
        PersonId stranger = new PersonId(new UUID(0, 1));
        assertThrows(NotFoundException.class, () -> decidedBy(rita, new ContactRole(stranger, BuyingRole.USER)));
        assertEquals(opened, crm.opportunities().find(opened.id()).orElseThrow());
    }

    @Test
    void whoIsMergedIsReplacedInRolesAndTheExportTellsThem() {
        Person rita = person("rita");
        Person twin = person("rita.bianchi");
        Opportunity decided = decidedBy(rita, new ContactRole(twin.id(), BuyingRole.INFLUENCER));
        var merge = crm.merges().merge(MergeRecords.people(rita.id(), twin.id()));
        assertEquals(
                List.of(new ContactRole(rita.id(), BuyingRole.INFLUENCER)),
                crm.opportunities().find(decided.id()).orElseThrow().parties().roles());
        crm.merges().undo(merge.id());
        assertEquals(
                decided.parties(),
                crm.opportunities().find(decided.id()).orElseThrow().parties());
        assertEquals(
                List.of(decided.id()),
                crm.privacy().export(twin.id()).opportunities().stream()
                        .map(Opportunity::id)
                        .toList());
    }

    @Test
    void anOpportunityIsItsOwnersTeamsUnlessItWasSetApart() {
        assertEquals(north.id(), opened.parties().team());
        Opportunity handed = crm.opportunities().handOver(opened.id(), dora.id(), opened.revision());
        assertEquals(south.id(), handed.parties().team());
        Opportunity apart = crm.opportunities().assign(handed.id(), north.id(), handed.revision());
        assertEquals(dora.id(), apart.parties().owner());
        Opportunity back = crm.opportunities().handOver(apart.id(), anna.id(), apart.revision());
        assertEquals(north.id(), back.parties().team());
        Opportunity none = crm.opportunities().assign(back.id(), null, back.revision());
        assertNull(none.parties().team());
        assertThrows(
                NotFoundException.class,
                () -> crm.opportunities().assign(none.id(), new TeamId(new UUID(0, 1)), none.revision()));
    }

    @Test
    void thePortfolioIsLaidOutByTheOpportunitysTeamAsItWasRecorded() {
        clock.forward(Duration.ofHours(1));
        crm.opportunities().assign(opened.id(), south.id(), opened.revision());
        assertEquals(List.of("South"), teams(NOW.plusSeconds(3_600)));
        assertEquals(List.of("North"), teams(NOW));
    }

    private List<String> teams(Instant asOf) {
        return crm.portfolio().open(asOf, PortfolioDimension.TEAM).stream()
                .map(PortfolioRow::team)
                .toList();
    }
}

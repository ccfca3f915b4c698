package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.DraftQuote.Line;
import io.crmkit.core.service.RedefinePipeline.StageRevision;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parts of a command ask of each other is told as the rest is: all at once, in the caller's language. */
class CommandRulesTest {

    private static final TaxCategory VAT = TaxCategory.rate("22");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final DocumentParties parties = new DocumentParties(
            crm.sellers().add(new AddSeller("Anna", null)).id(),
            crm.companies().add(AddCompany.named("Acme")).id(),
            null,
            null);

    private void refuses(String english, String italian, Consumer<CrmSession> call) {
        assertEquals(english, refusal(crm, call));
        assertEquals(italian, refusal(crm.in(Locale.ITALIAN), call));
    }

    private static String refusal(CrmSession session, Consumer<CrmSession> call) {
        return String.valueOf(assertThrows(InvalidCommandException.class, () -> call.accept(session))
                .getMessage());
    }

    @Test
    void aPipelineHasAnOpenStageAndNoNameTwice() {
        StageDefinition won = new StageDefinition("Won", StageKind.WON);
        StageDefinition again = new StageDefinition("WON", StageKind.LOST);
        refuses(
                "DefinePipeline is not valid: name ' ' must not be blank; stages must hold at least one of kind OPEN; "
                        + "stages[1].name 'WON' must not be the name of a stage before, whatever the case",
                "DefinePipeline non è valido: name ' ' non può essere vuoto; "
                        + "stages deve contenerne almeno una di tipo OPEN; "
                        + "stages[1].name 'WON' non può essere il nome di una fase precedente, maiuscole e minuscole a parte",
                session -> session.pipelines().define(new DefinePipeline(" ", List.of(won, again))));
        refuses(
                "DefinePipeline is not valid: stages '[]' must have 1 to 100 items",
                "DefinePipeline non è valido: stages '[]' deve avere da 1 a 100 elementi",
                session -> session.pipelines().define(new DefinePipeline("Sales", List.of())));
    }

    @Test
    void soHasItsNextVersion() {
        Pipeline sales = crm.pipelines()
                .define(new DefinePipeline("Sales", List.of(new StageDefinition("Lead", StageKind.OPEN))));
        Stage lead = sales.stages().get(0);
        RedefinePipeline wish = new RedefinePipeline(
                sales.id(),
                sales.revision(),
                List.of(
                        new StageRevision(lead.id(), new StageDefinition("Won", StageKind.WON)),
                        new StageRevision(null, new StageDefinition("won", StageKind.WON))),
                Map.of());
        refuses(
                "RedefinePipeline is not valid: stages must hold at least one of kind OPEN; "
                        + "stages[1].definition.name 'won' must not be the name of a stage before, whatever the case",
                "RedefinePipeline non è valido: stages deve contenerne almeno una di tipo OPEN; "
                        + "stages[1].definition.name 'won' non può essere il nome di una fase precedente,"
                        + " maiuscole e minuscole a parte",
                session -> session.pipelines().redefine(wish));
        assertEquals(1, crm.pipelines().find(sales.id()).orElseThrow().version());
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller should give
    void whatIsMissingOfAPipelineIsNamedBesideWhatIsWrong() {
        StageDefinition nameless = new StageDefinition(null, StageKind.WON);
        assertEquals(
                "DefinePipeline is not valid: stages must hold at least one of kind OPEN; stages[0] must be given; "
                        + "stages[1].name must not be blank; use must be given",
                refusal(
                        crm,
                        session -> session.pipelines()
                                .define(new DefinePipeline("Sales", Arrays.asList(null, nameless), null))));
        assertEquals(
                "DefinePipeline is not valid: stages must be given",
                refusal(crm, session -> session.pipelines().define(new DefinePipeline("Sales", null))));
        assertEquals(
                "RedefinePipeline is not valid: from must be given; pipeline must be given; retired must be given; "
                        + "stages must be given",
                refusal(crm, session -> session.pipelines().redefine(new RedefinePipeline(null, null, null, null))));
    }

    private DraftQuote quote(LocalDate until, List<Line> lines, DocumentAllowance... allowances) {
        QuoteTerms terms = new QuoteTerms(Currency.getInstance("EUR"), until, null, null, null);
        return new DraftQuote(parties, terms, lines, List.of(allowances));
    }

    private static DocumentAllowance off(String amount, String currency, TaxCategory tax) {
        return new DocumentAllowance("Goodwill", Money.of(amount, currency), tax);
    }

    @Test
    void anAllowanceIsInTheCurrencyOfTheTerms() {
        DraftQuote wish = quote(
                TODAY.minusDays(1), List.of(Line.of(" ", "1", "100", VAT)), off("1", "EUR", VAT), off("5", "USD", VAT));
        refuses(
                "DraftQuote is not valid: allowances[1].amount '5.00 USD' must be in EUR, the currency of the terms; "
                        + "lines[0].description ' ' must not be blank; "
                        + "terms.validUntil '2026-05-03' must not be before today, 2026-05-04",
                "DraftQuote non è valido: allowances[1].amount '5.00 USD' deve essere in EUR, la valuta delle condizioni; "
                        + "lines[0].description ' ' non può essere vuoto; "
                        + "terms.validUntil '2026-05-03' non può essere prima di oggi, 2026-05-04",
                session -> session.quotes().draft(wish));
    }

    @Test
    void allowancesTakeNoMoreOffThanTheLinesOfTheirTaxComeTo() {
        DraftQuote wish = quote(
                TODAY,
                List.of(Line.of("Pump", "1", "100", VAT)),
                off("60", "EUR", VAT),
                off("50", "EUR", VAT),
                off("40", "EUR", VAT),
                off("1", "EUR", TaxCategory.NONE));
        refuses(
                "DraftQuote is not valid: allowances[1].amount '50.00 EUR' must be at most what is left of the lines of"
                        + " tax category S 22, 40.00 EUR; "
                        + "allowances[3].amount '1.00 EUR' must be at most what is left of the lines of tax category O 0,"
                        + " 0.00 EUR",
                "DraftQuote non è valido: allowances[1].amount '50.00 EUR' deve essere al massimo quanto resta delle righe"
                        + " della categoria d'imposta S 22, 40.00 EUR; "
                        + "allowances[3].amount '1.00 EUR' deve essere al massimo quanto resta delle righe della categoria"
                        + " d'imposta O 0, 0.00 EUR",
                session -> session.quotes().draft(wish));
    }

    @Test
    void aQuoteComesToWhatMoneyCanStateAndHasNoMoreWordsThanAreKept() {
        Line dear = Line.of("Pump", "1000000", "999999999999", VAT);
        refuses(
                "DraftQuote is not valid: lines must come to at most 15 digits before the decimal point",
                "DraftQuote non è valido: lines devono dare al massimo 15 cifre prima della virgola",
                session -> session.quotes().draft(quote(TODAY, List.of(dear))));
        List<Line> wordy = Collections.nCopies(201, Line.of("x".repeat(1_000), "1", "1", VAT));
        refuses(
                "DraftQuote is not valid: lines must have descriptions of at most 200000 characters together",
                "DraftQuote non è valido: lines devono avere descrizioni di al massimo 200000 caratteri in tutto",
                session -> session.quotes().draft(quote(TODAY, wordy)));
        assertEquals(
                200,
                crm.quotes().draft(quote(TODAY, wordy.subList(1, 201))).lines().size());
    }

    private Quote sent() {
        Quote draft = crm.quotes()
                .draft(quote(TODAY, List.of(Line.of("Pump", "2", "100", VAT), Line.of("Valve", "5", "10", VAT))));
        return crm.quotes().markSent(draft.id(), draft.revision());
    }

    private Quote accepted() {
        Quote sent = sent();
        return crm.quotes().accept(sent.id(), sent.revision());
    }

    @Test
    void everythingOrderedThatIsNotLeftIsNamed() {
        Quote accepted = accepted();
        crm.orders().order(new OrderQuote(accepted.id(), "first", Map.of(2, new BigDecimal("4.5"))));
        Map<Integer, BigDecimal> tooMuch = Map.of(1, BigDecimal.ONE, 2, BigDecimal.ONE, 7, BigDecimal.TEN);
        refuses(
                "OrderQuote is not valid: quantities[2] '1' must be at most 0.5, what is left to order; "
                        + "quantities[7] '10' must be of a line of quote Q-2026-00001",
                "OrderQuote non è valido: quantities[2] '1' deve essere al massimo 0.5, quanto resta da ordinare; "
                        + "quantities[7] '10' deve riguardare una riga dell'offerta Q-2026-00001",
                session -> session.orders().order(new OrderQuote(accepted.id(), "second", tooMuch)));
        assertEquals(1, crm.orders().count());
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller should give
    void aPlaceInACommandReadsAsOneWritesIt() {
        Map<Integer, BigDecimal> none = Collections.singletonMap(3, null);
        refuses(
                "OrderQuote is not valid: quantities[3] must be given; request '' must not be blank",
                "OrderQuote non è valido: quantities[3] va indicato; request '' non può essere vuoto",
                session -> session.orders().order(new OrderQuote(accepted().id(), "", none)));
    }

    @Test
    void aReasonIsWords() {
        Quote sent = sent();
        refuses(
                "EndDocument is not valid: reason ' ' must not be blank",
                "EndDocument non è valido: reason ' ' non può essere vuoto",
                session -> session.quotes().decline(sent.id(), " ", sent.revision()));
        String tooLong = "x".repeat(1_001);
        String shown = "x".repeat(80) + "\u2026 (1001)";
        refuses(
                "EndDocument is not valid: reason '" + shown + "' must have 1 to 1000 characters",
                "EndDocument non è valido: reason '" + shown + "' deve avere da 1 a 1000 caratteri",
                session -> session.quotes().cancel(sent.id(), tooLong, sent.revision()));
        Quote accepted = accepted();
        SalesOrder order = crm.orders().order(OrderQuote.all(accepted.id()));
        refuses(
                "EndDocument is not valid: reason 'a\\u000ab' must not contain control characters",
                "EndDocument non è valido: reason 'a\\u000ab' non può contenere caratteri di controllo",
                session -> session.orders().cancel(order.id(), "a\nb", order.revision()));
        assertEquals(order, crm.orders().find(order.id()).orElseThrow());
        assertEquals(sent, crm.quotes().find(sent.id()).orElseThrow());
    }

    @Test
    void anOpportunityIsWorthMoneyOfOneCurrency() {
        Pipeline sales = crm.pipelines()
                .define(new DefinePipeline("Sales", List.of(new StageDefinition("Lead", StageKind.OPEN))));
        Opportunity opened = crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", sales.id(), new OpportunityParties(null, null, null), null, null, null));
        ChangeOpportunity wish = ChangeOpportunity.of(opened).worth(Money.of("100", "EUR"), Money.of("5", "USD"));
        refuses(
                "ChangeOpportunity is not valid: recurring '5.00 USD' must be in EUR, the currency of the amount",
                "ChangeOpportunity non è valido: recurring '5.00 USD' deve essere in EUR, la valuta dell'importo",
                session -> session.opportunities().change(wish));
    }

    @Test
    void aNoteOnALeadIsOfPlainLines() {
        LeadDetails bell =
                new LeadDetails(new LeadName("Eva", null), List.of(), null, "a\u0007b", CustomFields.NONE, Set.of());
        refuses(
                "AddLead is not valid: details.note 'a\\u0007b' must not be blank nor contain control characters"
                        + " other than line breaks and tabs",
                "AddLead non è valido: details.note 'a\\u0007b' non può essere vuoto né contenere caratteri di controllo"
                        + " diversi da ritorni a capo e tabulazioni",
                session -> session.leads().add(new AddLead(bell, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", " \u2007\u202F", "\u3000", "\u200B", "\u200E\uFEFF"})
    void aNameOfNothingButBlanksIsBlank(String name) {
        refuses(
                "AddPerson is not valid: name '" + name + "' must not be blank",
                "AddPerson non è valido: name '" + name + "' non può essere vuoto",
                session -> session.people().add(new AddPerson(name, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A", "\u202E", "\u2066", "\u2069"})
    void aNameTurnsNoDirectionOver(String turn) {
        String shown = "Eva\\u%04xrebuH".formatted((int) turn.charAt(0));
        refuses(
                "AddPerson is not valid: name '" + shown + "' must not contain control characters",
                "AddPerson non è valido: name '" + shown + "' non può contenere caratteri di controllo",
                session -> session.people().add(new AddPerson("Eva" + turn + "rebuH", null)));
    }

    @Test
    void aNameFromRightToLeftIsTakenWithItsMarks() {
        String name = "\u05E9\u05DC\u05D5\u05DD\u200F (Shalom)";
        assertEquals(name, crm.people().add(new AddPerson(name, null)).name());
    }
}

package io.crmkit.core.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Criteria as text, and what is refused. */
class CriterionTextTest {

    private static void refuses(String message, Supplier<?> making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::get).getMessage());
    }

    private static String violations(Fields<?> fields, String text) {
        return assertThrows(InvalidCommandException.class, () -> fields.read(text)).violations().stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theTextNamesFieldsComparisonsAndValues() {
        var criterion = OpportunityFields.OUTCOME
                .isNot(Outcome.LOST)
                .and(OpportunityFields.AMOUNT.between(Money.of("5", "EUR"), Money.of("10", "EUR")))
                .and(OpportunityFields.EXPECTED_CLOSE
                        .isSet()
                        .not()
                        .or(OpportunityFields.EXPECTED_CLOSE.less(LocalDate.of(2026, 3, 1))));
        assertEquals(
                "{\"and\":[{\"and\":[{\"field\":\"outcome\",\"isNot\":\"lost\"},"
                        + "{\"field\":\"amount\",\"between\":[\"5.00 EUR\",\"10.00 EUR\"]}]},"
                        + "{\"or\":[{\"not\":{\"field\":\"expectedClose\",\"set\":true}},"
                        + "{\"field\":\"expectedClose\",\"less\":\"2026-03-01\"}]}]}",
                criterion.toText());
        assertEquals(criterion, OpportunityFields.ALL.read(criterion.toText()));
        assertEquals(
                "{\"field\":\"type\",\"in\":[\"call\",\"site-visit\"]}",
                ActivityFields.TYPE
                        .in(ActivityType.CALL, new ActivityType("site-visit"))
                        .toText());
        assertEquals(
                ActivityFields.STATE.is(ActivityState.NOT_HELD),
                ActivityFields.ALL.read("{\"field\":\"state\",\"is\":\"not-held\"}"));
    }

    @Test
    void everythingWrongIsReportedAtOnceWithFieldValueAndRule() {
        assertEquals("""
                sektor must be one of id, name, sector, location, parent, email, phone, owner, stage, source, state, mergedInto
                name '7' must be a text
                parent 'less' needs values with an order, not of kind id
                parent 'contains' needs a field of texts, not of kind id
                parent 'Acme' must be an identity such as '0198c0de-0000-7000-8000-000000000001'
                name '' must be 1 to 1,000 characters
                sector 'in' must be a list of 1 to 1,000 values
                sector 'between' must be a list of two values
                sector set 'false' must be true
                criterion.and[10].xor '[]' must be and or or with a list, not, or a field and how it compares
                criterion.and[11] '[]' must be one of and, or, not, or a field and how it compares
                sector 'like' must be a comparison such as is, less, in, between or set""", violations(CompanyFields.ALL, """
                        {"and":[{"field":"sektor","is":"Retail"},
                        {"field":"name","is":7},
                        {"field":"parent","less":"x"},
                        {"field":"parent","contains":"x"},
                        {"field":"parent","is":"Acme"},
                        {"field":"name","is":""},
                        {"field":"sector","in":[]},
                        {"field":"sector","between":["a"]},
                        {"field":"sector","set":false},
                        {"not":{"field":"name","is":"fine"}},
                        {"xor":[]},
                        [],
                        {"field":"sector","like":"x"}]}"""));
    }

    @Test
    void codesCurrenciesAndFormsAreChecked() {
        assertEquals("""
                outcome 'maybe' must be a code of that field
                amount '["1.00 EUR","2.00 USD"]' must be of one currency
                amount '12' must be money such as '12.30 EUR'
                openedOn '2026-02-30' must be a day such as '2026-03-01'
                openedOn must be a day such as '2026-03-01'""", violations(OpportunityFields.ALL, """
                        {"or":[{"field":"outcome","is":"maybe"},
                        {"field":"amount","between":["1.00 EUR","2.00 USD"]},
                        {"field":"amount","in":["1 EUR",12]},
                        {"field":"openedOn","is":"2026-02-30"},
                        {"field":"openedOn","is":null}]}"""));
        assertEquals(
                "criterion '{' must be well-formed: JSON must be '\"' at position 1",
                violations(OpportunityFields.ALL, "{"));
        assertEquals(
                "tag:vip must be one of id, channel, hash, reason, suppressedAt",
                violations(SuppressionFields.ALL, "{\"field\":\"tag:vip\",\"is\":true}"));
    }

    @Test
    void aCriterionThatCannotBeMeantIsNotMade() {
        refuses(
                "parent 'less' needs values with an order, not of kind id",
                () -> CompanyFields.PARENT.less(CompanyId.parse("0198c0de-0000-7000-8000-000000000001")));
        refuses("name '\\u000a' must not contain control characters", () -> CompanyFields.NAME.contains("\n"));
        refuses("name 'in' must have 1 to 1,000 values, not 0", () -> CompanyFields.NAME.in(List.of()));
        refuses(
                "amount '1.00 EUR to 1.00 USD' must be of one currency",
                () -> OpportunityFields.AMOUNT.between(Money.of("1", "EUR"), Money.of("1", "USD")));
        refuses(
                "outcome 'between' needs values with an order, not of kind choice",
                () -> OpportunityFields.OUTCOME.between(Outcome.OPEN, Outcome.WON));
    }

    @Test
    void anInstantIsComparedAtTheMicrosecond() {
        Instant at = Instant.parse("2026-03-01T09:30:00.123456Z");
        assertEquals(ActivityFields.AT.less(at), ActivityFields.AT.less(at.plusNanos(999)));
    }

    @Test
    void fieldsAreEqualByNounNameAndKind() {
        assertEquals(CompanyFields.NAME, CompanyFields.ALL.find("name").orElseThrow());
        assertNotEquals((Object) CompanyFields.NAME, PersonFields.NAME);
        assertEquals("Company.name", CompanyFields.NAME.toString());
        assertEquals("Team[id, name, region, parent, leader]", TeamFields.ALL.toString());
        assertFalse(CompanyFields.ALL.find("Name").isPresent());
    }

    @Test
    void caseIsFoldedOneCharacterToOne() {
        assertEquals(
                "zo\u00eb stra\u00dfe ii\uD801\uDC28 \u03c3\u03c3",
                Folding.folded("ZO\u00cb Stra\u00dfe \u0130\u0131\uD801\uDC00 \u03a3\u03c2"));
        assertTrue(Folding.contains("ACME Ltd", "me l"));
        assertFalse(Folding.contains("ACME", "acme ltd"));
        assertEquals("\uD801", Folding.folded("\uD801"));
        assertEquals("\uDC00x", Folding.folded("\uDC00X"));
    }
}

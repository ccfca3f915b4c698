package io.crmkit.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Totals by the rules of EN 16931. */
class DocumentTotalsTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Currency DINAR = Currency.getInstance("KWD");
    private static final TaxCategory VAT = TaxCategory.rate("22");

    private static DocumentLine line(int number, String quantity, String price, String discount, TaxCategory tax) {
        return new DocumentLine(
                number,
                LineKind.STANDARD,
                null,
                "Pump",
                new BigDecimal(quantity),
                "C62",
                new BigDecimal(price),
                new BigDecimal(discount),
                tax);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void aLineIsRoundedOnceHalfUp() {
        assertEquals(euro("0.13"), net("0.5", "0.25", "0"));
        assertEquals(euro("0.12"), net("0.49", "0.25", "0"));
        assertEquals(euro("33.33"), net("3", "11.111", "0"));
        assertEquals(euro("29.99"), net("1", "39.99", "25"));
    }

    private static Money net(String quantity, String price, String discount) {
        return DocumentTotals.of(EURO, List.of(line(1, quantity, price, discount, VAT)), List.of())
                .net();
    }

    @Test
    void taxIsWorkedOutOncePerCategoryAndNotPerLine() {
        // three lines of 0.10 at 5 %: by line 0.005 each, which would be 0.03 in all
        TaxCategory five = TaxCategory.rate("5");
        List<DocumentLine> lines = List.of(
                line(1, "1", "0.10", "0", five), line(2, "1", "0.10", "0", five), line(3, "1", "0.10", "0", five));
        DocumentTotals totals = DocumentTotals.of(EURO, lines, List.of());
        assertEquals(List.of(new TaxSubtotal(five, euro("0.30"), euro("0.02"))), totals.taxes());
        assertEquals(euro("0.32"), totals.gross());
    }

    @Test
    void anAllowanceLowersItsCategoryBeforeTax() {
        TaxCategory exempt = new TaxCategory("E", BigDecimal.ZERO);
        DocumentTotals totals = DocumentTotals.of(
                EURO,
                List.of(line(1, "2", "500", "0", VAT), line(2, "1", "40", "0", exempt)),
                List.of(new DocumentAllowance("Goodwill", euro("100"), VAT)));
        assertEquals(
                new DocumentTotals(
                        euro("1040"),
                        euro("100"),
                        euro("940"),
                        List.of(
                                new TaxSubtotal(exempt, euro("40"), euro("0")),
                                new TaxSubtotal(VAT, euro("900"), euro("198"))),
                        euro("198"),
                        euro("1138")),
                totals);
    }

    @Test
    void optionalAndAlternativeLinesCountInNoTotal() {
        DocumentLine counting = line(1, "1", "10", "0", VAT);
        for (LineKind kind : List.of(LineKind.OPTIONAL, LineKind.ALTERNATIVE)) {
            DocumentLine besides = new DocumentLine(
                    2, kind, null, "Besides", BigDecimal.TEN, "C62", BigDecimal.TEN, BigDecimal.ZERO, VAT);
            assertEquals(
                    DocumentTotals.of(EURO, List.of(counting), List.of()),
                    DocumentTotals.of(EURO, List.of(counting, besides), List.of()));
        }
    }

    @Test
    void nothingComesToNothing() {
        DocumentTotals totals = DocumentTotals.of(YEN, List.of(), List.of());
        assertEquals(Money.of("0", "JPY"), totals.gross());
        assertEquals(List.of(), totals.taxes());
    }

    @Test
    void anAllowanceThatDoesNotFitTheLinesIsRefused() {
        List<DocumentLine> lines = List.of(line(1, "1", "10", "0", VAT));
        assertEquals(
                "allowance must be at most the lines of its tax category S 22: 10.01 EUR of 10.00",
                refusal(lines, new DocumentAllowance("Goodwill", euro("10.01"), VAT)));
        assertEquals(
                "allowance must be at most the lines of its tax category S 10: 1.00 EUR of none",
                refusal(lines, new DocumentAllowance("Goodwill", euro("1"), TaxCategory.rate("10"))));
        assertEquals(
                "allowance must be in the document's currency EUR: 1.00 USD",
                refusal(lines, new DocumentAllowance("Goodwill", Money.of("1", "USD"), VAT)));
    }

    private static String refusal(List<DocumentLine> lines, DocumentAllowance allowance) {
        return message(() -> DocumentTotals.of(EURO, lines, List.of(allowance)));
    }

    private static String message(Runnable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused::run).getMessage());
    }

    @Test
    void aLineThatBreaksARuleIsRefusedByNumberAndField() {
        assertEquals("line 3: quantity must be above 0: 0", message(() -> line(3, "0.0", "1", "0", VAT)));
        assertEquals("line 3: quantity must be above 0: -2", message(() -> line(3, "-2", "1", "0", VAT)));
        assertEquals("line 3: discount must be 0 to 100 %: 200", message(() -> line(3, "1", "1", "200", VAT)));
        assertEquals("line 3: unit price must not be negative: -1", message(() -> line(3, "1", "-1", "0", VAT)));
        assertEquals(
                "line 3: quantity must have at most 4 decimals: 0.00001",
                message(() -> line(3, "0.00001", "1", "0", VAT)));
        assertEquals(
                "tax code must be one of S, Z, E, AE, K, G, O, L, M (UNTDID 5305): 'X'",
                message(() -> new TaxCategory("X", BigDecimal.ONE)));
        assertEquals(
                "tax percent must be 0 where the tax code is AE: 22",
                message(() -> new TaxCategory("AE", new BigDecimal("22"))));
    }

    @Provide
    Arbitrary<DocumentLine> lines() {
        Arbitrary<BigDecimal> quantities = decimals("0.0001", "9999", 4);
        Arbitrary<BigDecimal> prices = decimals("0", "9999", 6);
        Arbitrary<BigDecimal> discounts = decimals("0", "100", 4);
        Arbitrary<TaxCategory> taxes = Arbitraries.of(VAT, TaxCategory.rate("5.5"), TaxCategory.NONE);
        return Combinators.combine(Arbitraries.of(LineKind.values()), quantities, prices, discounts, taxes)
                .as((kind, quantity, price, discount, tax) ->
                        new DocumentLine(1, kind, null, "Any", quantity, "C62", price, discount, tax));
    }

    private static Arbitrary<BigDecimal> decimals(String low, String high, int scale) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(low), new BigDecimal(high))
                .ofScale(scale);
    }

    /** The oracle works in whole numbers of the smallest unit, with no decimal arithmetic at all. */
    @Property(tries = 300)
    void totalsAreTheSumsOfRoundedLinesAndTaxes(@ForAll("documents") List<DocumentLine> lines) {
        for (Currency currency : List.of(EURO, YEN, DINAR)) {
            DocumentTotals totals = DocumentTotals.of(currency, lines, List.of());
            Map<TaxCategory, BigInteger> taxable = new TreeMap<>();
            for (DocumentLine line : lines) {
                if (line.kind() == LineKind.STANDARD) {
                    taxable.merge(line.tax(), units(line, currency), BigInteger::add);
                }
            }
            BigInteger net = taxable.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger tax = taxable.entrySet().stream()
                    .map(entry -> halfUp(
                            entry.getValue().multiply(scaled(entry.getKey().percent(), 2)), BigInteger.valueOf(10_000)))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(net, totals.net().amount().unscaledValue());
            assertEquals(tax, totals.tax().amount().unscaledValue());
            assertEquals(net.add(tax), totals.gross().amount().unscaledValue());
        }
    }

    @Provide
    Arbitrary<List<DocumentLine>> documents() {
        return lines().list().ofMaxSize(12);
    }

    private static BigInteger units(DocumentLine line, Currency currency) {
        BigInteger product = scaled(line.quantity(), 4)
                .multiply(scaled(line.unitPrice(), 6))
                .multiply(BigInteger.valueOf(1_000_000).subtract(scaled(line.discount(), 4)));
        int decimals = 4 + 6 + 6 - currency.getDefaultFractionDigits();
        return halfUp(product, BigInteger.TEN.pow(decimals));
    }

    private static BigInteger scaled(BigDecimal number, int scale) {
        return number.setScale(scale).unscaledValue();
    }

    private static BigInteger halfUp(BigInteger dividend, BigInteger divisor) {
        return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
    }
}

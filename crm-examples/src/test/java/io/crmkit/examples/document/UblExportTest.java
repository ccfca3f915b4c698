package io.crmkit.examples.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.helger.ubl21.UBL21Marshaller;
import io.crmkit.core.document.Conversion;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentTotals;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.port.QuoteSheet;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import oasis.names.specification.ubl.schema.xsd.quotation_21.QuotationType;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Quotes and orders as the customer's system reads them. */
class UblExportTest {

    private static final String BASIC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private static final String AGGREGATE = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    private final QuoteSheet sheet = Sheets.sheet(Sheets.lines(), Locale.UK);
    private final UblExport export = new UblExport(Sheets.LETTERHEAD);

    private SalesOrder order() {
        Quote accepted = sheet.quote().accepted(Sheets.ISSUED.plusSeconds(60), LocalDate.of(2026, 5, 5));
        SalesOrderId id = new SalesOrderId(new UUID(2, 1));
        return Conversion.of(
                        accepted,
                        id,
                        LocalDate.of(2026, 5, 5),
                        Map.of(1, new BigDecimal("4"), 3, new BigDecimal("0.5")))
                .order(new DocumentNumber("O", 2026, 3), "first lorry", Sheets.ISSUED.plusSeconds(120));
    }

    /* read by the platform's parser, which knows nothing of the library that wrote it */
    private static Document parsed(byte[] written) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(written));
    }

    private static List<Element> all(Element within, String space, String name) {
        NodeList nodes = within.getElementsByTagNameNS(space, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> children(Element parent, String name) {
        return all(parent, BASIC, name).stream()
                .filter(element -> element.getParentNode().equals(parent))
                .map(Element::getTextContent)
                .toList();
    }

    private static BigDecimal amount(Element parent, String name) {
        return new BigDecimal(children(parent, name).get(0));
    }

    @Test
    void aQuotationIsValidAndItsAmountsAreOurs() throws Exception {
        byte[] written = export.quotation(sheet);
        assertEquals(
                "Q-2026-00017",
                Objects.requireNonNull(UBL21Marshaller.quotation().read(written))
                        .getIDValue());
        Element root = parsed(written).getDocumentElement();
        assertEquals("Quotation", root.getLocalName());
        assertEquals(List.of("2026-05-04"), children(root, "IssueDate"));
        assertTotals(root, "QuotedMonetaryTotal", "QuotationLine", sheet.quote().totals());
        assertEquals(
                List.of("2026-06-03"),
                all(root, BASIC, "EndDate").stream()
                        .map(Element::getTextContent)
                        .toList());
        assertEquals(
                List.of("OPTIONAL", "ALTERNATIVE"),
                all(root, AGGREGATE, "AlternativeLineItem").stream()
                        .map(item -> children(item, "Note").get(0))
                        .toList());
        assertTrue(root.getTextContent().contains("Brauerei M\u00FCller & S\u00F6hne GmbH"));
    }

    @Test
    void anOrderIsValidAndNamesItsQuotation() throws Exception {
        SalesOrder order = order();
        byte[] written = export.order(order, sheet);
        assertEquals(
                "O-2026-00003",
                Objects.requireNonNull(UBL21Marshaller.order().read(written)).getIDValue());
        Element root = parsed(written).getDocumentElement();
        assertTotals(root, "AnticipatedMonetaryTotal", "OrderLine", order.totals());
        Element quotation = all(root, AGGREGATE, "QuotationDocumentReference").get(0);
        assertEquals(List.of("Q-2026-00017"), children(quotation, "ID"));
        // 4 pumps of 1,240.50 and half a metre of 18.425, less 5 and 12.5 %
        assertEquals(
                new BigDecimal("4721.96"),
                amount(all(root, AGGREGATE, "AnticipatedMonetaryTotal").get(0), "TaxExclusiveAmount"));
    }

    private static void assertTotals(Element root, String total, String line, DocumentTotals totals) {
        Element sums = all(root, AGGREGATE, total).get(0);
        assertEquals(totals.lines().amount(), amount(sums, "LineExtensionAmount"));
        assertEquals(totals.allowances().amount(), amount(sums, "AllowanceTotalAmount"));
        assertEquals(totals.net().amount(), amount(sums, "TaxExclusiveAmount"));
        assertEquals(totals.gross().amount(), amount(sums, "TaxInclusiveAmount"));
        assertEquals(totals.gross().amount(), amount(sums, "PayableAmount"));
        BigDecimal ofLines = BigDecimal.ZERO;
        for (Element each : all(root, AGGREGATE, line)) {
            Element item = all(each, AGGREGATE, "LineItem").get(0);
            BigDecimal net = amount(item, "LineExtensionAmount");
            ofLines = ofLines.add(net);
            for (Element off : all(item, AGGREGATE, "AllowanceCharge")) {
                assertEquals(net, amount(off, "BaseAmount").subtract(amount(off, "Amount")));
            }
        }
        assertEquals(totals.lines().amount(), ofLines);
        BigDecimal taxes = all(root, AGGREGATE, "TaxSubtotal").stream()
                .map(each -> amount(each, "TaxAmount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(totals.tax().amount(), taxes);
        assertTrue(all(root, BASIC, "PayableAmount").stream()
                .allMatch(each -> each.getAttribute("currencyID").equals("EUR")));
    }

    @Test
    void whatTheSchemaDoesNotTakeIsRefused() {
        QuotationType empty = new QuotationType();
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> new UblWriter<>(UBL21Marshaller.quotation(), empty).bytes());
        assertTrue(
                Objects.requireNonNull(refused.getMessage()).startsWith("the document is not valid by its schema: "));
    }

    @Test
    void anOrderOfAnotherQuoteIsRefused() {
        SalesOrder order = order();
        QuoteSheet other = Sheets.sheet(Sheets.lines(), Locale.UK);
        Quote stranger = Quote.draft(
                new io.crmkit.core.document.QuoteId(new UUID(9, 9)),
                new DocumentNumber("Q", 2026, 99),
                other.quote().parties(),
                other.quote().terms());
        QuoteSheet strange = new QuoteSheet(stranger, other.seller(), other.company(), other.contact(), Locale.UK);
        assertEquals(
                "order O-2026-00003 must be one of quote Q-2026-00099",
                assertThrows(IllegalArgumentException.class, () -> export.order(order, strange))
                        .getMessage());
    }
}

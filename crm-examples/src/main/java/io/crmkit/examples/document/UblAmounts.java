package io.crmkit.examples.document;

import com.helger.xsds.ccts.cct.schemamodule.AmountType;
import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentTotals;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.document.TaxSubtotal;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LineItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;

/** Lines and totals of a document in UBL. */
final class UblAmounts {

    private static final int LONGEST_NAME = 100;

    private final Currency currency;

    UblAmounts(Currency currency) {
        this.currency = currency;
    }

    void set(AmountType amount, DocumentLine line) {
        set(amount, line.net(currency));
    }

    private void set(AmountType amount, Money money) {
        amount.setValue(money.amount());
        amount.setCurrencyID(money.currency().getCurrencyCode());
    }

    LineItemType item(DocumentLine line) {
        LineItemType item = new LineItemType();
        item.setID(Integer.toString(line.number()));
        item.setQuantity(line.quantity()).setUnitCode(line.unit());
        set(item.setLineExtensionAmount(BigDecimal.ZERO), line);
        PriceType price = new PriceType();
        price.setPriceAmount(line.unitPrice()).setCurrencyID(currency.getCurrencyCode());
        item.setPrice(price);
        if (line.discount().signum() > 0) {
            item.addAllowanceCharge(discount(line));
        }
        ItemType sold = new ItemType();
        sold.addDescription(new DescriptionType(line.description()));
        sold.setName(
                line.description().length() <= LONGEST_NAME
                        ? line.description()
                        : line.description().substring(0, LONGEST_NAME).strip());
        sold.addClassifiedTaxCategory(category(line.tax()));
        item.setItem(sold);
        return item;
    }

    /* what the line would come to without its discount, less what it comes to */
    private AllowanceChargeType discount(DocumentLine line) {
        BigDecimal whole = line.quantity()
                .multiply(line.unitPrice())
                .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
        AllowanceChargeType discount = new AllowanceChargeType();
        discount.setChargeIndicator(false);
        discount.setMultiplierFactorNumeric(line.discount().movePointLeft(2));
        Money off = new Money(whole.subtract(line.net(currency).amount()), currency);
        set(discount.setAmount(BigDecimal.ZERO), off);
        set(discount.setBaseAmount(BigDecimal.ZERO), new Money(whole, currency));
        return discount;
    }

    AllowanceChargeType allowance(DocumentAllowance allowance) {
        AllowanceChargeType off = new AllowanceChargeType();
        off.setChargeIndicator(false);
        off.addAllowanceChargeReason(new AllowanceChargeReasonType(allowance.reason()));
        set(off.setAmount(BigDecimal.ZERO), allowance.amount());
        off.addTaxCategory(category(allowance.tax()));
        return off;
    }

    TaxTotalType taxes(DocumentTotals totals) {
        TaxTotalType taxes = new TaxTotalType();
        set(taxes.setTaxAmount(BigDecimal.ZERO), totals.tax());
        for (TaxSubtotal row : totals.taxes()) {
            TaxSubtotalType subtotal = new TaxSubtotalType();
            set(subtotal.setTaxableAmount(BigDecimal.ZERO), row.taxable());
            set(subtotal.setTaxAmount(BigDecimal.ZERO), row.tax());
            subtotal.setTaxCategory(category(row.category()));
            taxes.addTaxSubtotal(subtotal);
        }
        return taxes;
    }

    MonetaryTotalType total(DocumentTotals totals) {
        MonetaryTotalType total = new MonetaryTotalType();
        set(total.setLineExtensionAmount(BigDecimal.ZERO), totals.lines());
        set(total.setTaxExclusiveAmount(BigDecimal.ZERO), totals.net());
        set(total.setTaxInclusiveAmount(BigDecimal.ZERO), totals.gross());
        set(total.setAllowanceTotalAmount(BigDecimal.ZERO), totals.allowances());
        set(total.setPayableAmount(BigDecimal.ZERO), totals.gross());
        return total;
    }

    private static TaxCategoryType category(TaxCategory category) {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID("VAT");
        TaxCategoryType type = new TaxCategoryType();
        type.setID(category.code());
        type.setPercent(category.percent());
        type.setTaxScheme(scheme);
        return type;
    }
}

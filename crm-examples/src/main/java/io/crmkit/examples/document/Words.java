package io.crmkit.examples.document;

import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and numbers of a document, in the customer's language: English or Italian, and English for every other. */
final class Words {

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "io.crmkit.examples.document.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    String of(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A number with the decimals it has. */
    String number(BigDecimal number) {
        return decimals(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** A price of one unit: with the currency's decimals at least. */
    String price(BigDecimal price, Currency currency) {
        return decimals(
                price,
                Math.max(
                        currency.getDefaultFractionDigits(),
                        price.stripTrailingZeros().scale()));
    }

    /** An amount without its currency, for columns. */
    String amount(Money money) {
        return decimals(money.amount(), money.currency().getDefaultFractionDigits());
    }

    private String decimals(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    String tax(TaxCategory category) {
        return of("tax." + category.code(), number(category.percent()));
    }

    /** The sign of a unit of UN/ECE Recommendation 20; the code itself where there is no word for it. */
    String unit(String code) {
        String key = "unit." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }
}

package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Literal;
import io.crmkit.core.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * How value added tax is charged on a line.
 *
 * <p>Source: EN 16931-1:2017, business terms BT-151, BT-152; the codes are those of UNTDID 5305 that it admits.
 *
 * @param code {@code S} standard or reduced rate, {@code Z} zero rated, {@code E} exempt, {@code AE} reverse charge,
 *     {@code K} supply within the Union, {@code G} export, {@code O} outside the scope, {@code L} Canary Islands,
 *     {@code M} Ceuta and Melilla
 * @param percent the rate in percent, 0 to 100, at most two decimals; 0 unless the code is {@code S}, {@code L} or
 *     {@code M}, and above 0 where it is {@code S}
 */
public record TaxCategory(String code, BigDecimal percent) implements Comparable<TaxCategory> {

    private static final Set<String> TAXED = Set.of("S", "L", "M");
    private static final Set<String> UNTAXED = Set.of("Z", "E", "AE", "K", "G", "O");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Outside the scope of value added tax. */
    public static final TaxCategory NONE = new TaxCategory("O", BigDecimal.ZERO);

    /**
     * Makes a category.
     *
     * @throws IllegalArgumentException if the code is not one of those, or the rate does not fit it
     */
    public TaxCategory {
        requireNonNull(code, "code");
        percent = Decimals.atMost("tax percent", percent, 2);
        if (!TAXED.contains(code) && !UNTAXED.contains(code)) {
            throw new IllegalArgumentException(
                    "tax code must be one of S, Z, E, AE, K, G, O, L, M (UNTDID 5305): '" + Text.shown(code) + "'");
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("tax percent must be 0 to 100: " + percent.toPlainString());
        }
        if (UNTAXED.contains(code) && percent.signum() != 0) {
            throw new IllegalArgumentException(
                    "tax percent must be 0 where the tax code is " + code + ": " + percent.toPlainString());
        }
        if (code.equals("S") && percent.signum() == 0) {
            throw new IllegalArgumentException("tax percent must be above 0 where the tax code is S; zero rated is Z");
        }
    }

    /**
     * Makes a category of the standard or a reduced rate.
     *
     * @param percent the rate in percent, such as {@code "22"}
     * @return the category
     * @throws IllegalArgumentException if the rate is not above 0 and at most 100
     */
    public static TaxCategory rate(String percent) {
        return new TaxCategory("S", Literal.decimal("percent", percent));
    }

    /** The tax on an amount, at the amount's scale, half up (BR-CO-17). */
    BigDecimal on(BigDecimal taxable) {
        return taxable.multiply(percent).divide(HUNDRED, taxable.scale(), RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(TaxCategory other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : percent.compareTo(other.percent);
    }
}

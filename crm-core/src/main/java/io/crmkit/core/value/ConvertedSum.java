package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Money of several currencies, added up in one, with the policy and the rates that made it so.
 *
 * <p>Definition: amounts are multiplied by their rates and added up exactly; the
 * total alone is rounded, half up, to the decimals of its currency. Whatever the order of the amounts, the total is the
 * same.
 *
 * <ul>
 *   <li>Unit: money of the policy's target.
 *   <li>Nothing to add: without amounts the total is zero, and no rate is used.
 *   <li>Errors: a rate that nobody knows is a {@link MissingRateException}, which names all that are missing.
 * </ul>
 *
 * @param policy by which rates was converted
 * @param total the sum
 * @param rates the rates used, each once, by currency and day
 */
public record ConvertedSum(RatePolicy policy, Money total, List<ExchangeRate> rates) {

    /** Makes a sum. */
    public ConvertedSum {
        requireNonNull(policy, "policy");
        requireNonNull(total, "total");
        rates = List.copyOf(rates);
    }

    /**
     * Adds amounts up.
     *
     * @param policy by which rates to convert
     * @param amounts the amounts, of any currencies
     * @param today the day asked about
     * @param source knows rates, asked at most once: {@code RateSource::rates}; what it does not know is absent from its
     *     answer
     * @return the sum
     * @throws MissingRateException if a rate is needed that the source or the policy does not know
     */
    public static ConvertedSum of(
            RatePolicy policy,
            Collection<DatedMoney> amounts,
            LocalDate today,
            Function<Set<RateRequest>, List<ExchangeRate>> source) {
        Conversion conversion = Conversion.of(policy, amounts, today, source);
        BigDecimal total = amounts.stream().map(conversion::convert).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ConvertedSum(policy, rounded(total, policy), conversion.rates());
    }

    private static Money rounded(BigDecimal total, RatePolicy policy) {
        int scale = Money.decimals(policy.target());
        return new Money(total.setScale(scale, RoundingMode.HALF_UP), policy.target());
    }
}

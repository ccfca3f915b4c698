package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Money of several currencies, added up in one, with the policy and the rates that made it so.
 *
 * <p>Definition: amounts of one currency and day are added up exactly, multiplied by their rate, and added up again; the
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
        Map<RateRequest, BigDecimal> sums = new HashMap<>();
        for (DatedMoney amount : amounts) {
            Money money = amount.money();
            sums.merge(
                    new RateRequest(money.currency(), policy.target(), day(policy, amount, today)),
                    money.amount(),
                    BigDecimal::add);
        }
        Map<RateRequest, ExchangeRate> rates = rates(policy, sums.keySet(), source);
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<RateRequest, BigDecimal> sum : sums.entrySet()) {
            ExchangeRate rate = rates.get(sum.getKey());
            total = total.add(rate == null ? sum.getValue() : sum.getValue().multiply(rate.rate()));
        }
        return new ConvertedSum(policy, rounded(total, policy), List.copyOf(new TreeSet<>(rates.values())));
    }

    private static LocalDate day(RatePolicy policy, DatedMoney amount, LocalDate today) {
        return policy instanceof RatePolicy.OfDay ofDay ? amount.day(ofDay.day(), today) : today;
    }

    private static Money rounded(BigDecimal total, RatePolicy policy) {
        int scale = Math.max(0, policy.target().getDefaultFractionDigits());
        return new Money(total.setScale(scale, RoundingMode.HALF_UP), policy.target());
    }

    private static Map<RateRequest, ExchangeRate> rates(
            RatePolicy policy, Set<RateRequest> sums, Function<Set<RateRequest>, List<ExchangeRate>> source) {
        Set<RateRequest> wanted = new LinkedHashSet<>(sums);
        wanted.removeIf(each -> each.from().equals(each.to()));
        Map<RateRequest, ExchangeRate> known = new HashMap<>();
        if (!wanted.isEmpty()) {
            List<ExchangeRate> answer =
                    policy instanceof RatePolicy.Fixed fixed ? agreed(fixed, wanted) : source.apply(wanted);
            answer.forEach(rate -> known.put(new RateRequest(rate.from(), rate.to(), rate.on()), rate));
        }
        known.keySet().retainAll(wanted);
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) {
            throw new MissingRateException(wanted);
        }
        return known;
    }

    private static List<ExchangeRate> agreed(RatePolicy.Fixed fixed, Set<RateRequest> wanted) {
        List<ExchangeRate> rates = new ArrayList<>();
        for (RateRequest each : wanted) {
            BigDecimal rate = fixed.rates().get(each.from());
            if (rate != null) {
                rates.add(new ExchangeRate(each.from(), each.to(), each.on(), rate));
            }
        }
        return rates;
    }
}

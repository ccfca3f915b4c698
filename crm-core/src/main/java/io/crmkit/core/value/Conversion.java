package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
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

/** Amounts of several currencies brought into one by a policy; the rates are asked for once. */
public final class Conversion {

    private final RatePolicy policy;
    private final LocalDate today;
    private final Map<RateRequest, ExchangeRate> rates;

    private Conversion(RatePolicy policy, LocalDate today, Map<RateRequest, ExchangeRate> rates) {
        this.policy = policy;
        this.today = today;
        this.rates = rates;
    }

    /**
     * Finds the rates that amounts need.
     *
     * @param policy by which rates to convert
     * @param amounts the amounts, of any currencies
     * @param today the day asked about
     * @param source knows rates, asked at most once: {@code RateSource::rates}; what it does not know is absent from its
     *     answer
     * @return the conversion of these amounts, and of others that need no other rates
     * @throws MissingRateException if a rate is needed that the source or the policy does not know
     */
    public static Conversion of(
            RatePolicy policy,
            Collection<DatedMoney> amounts,
            LocalDate today,
            Function<Set<RateRequest>, List<ExchangeRate>> source) {
        requireNonNull(today, "today");
        Set<RateRequest> wanted = new LinkedHashSet<>();
        amounts.forEach(amount -> wanted.add(request(policy, amount, today)));
        return new Conversion(policy, today, rates(policy, wanted, source));
    }

    private static RateRequest request(RatePolicy policy, DatedMoney amount, LocalDate today) {
        LocalDate day = policy instanceof RatePolicy.OfDay ofDay ? amount.day(ofDay.day(), today) : today;
        return new RateRequest(amount.money().currency(), policy.target(), day);
    }

    private static Map<RateRequest, ExchangeRate> rates(
            RatePolicy policy, Set<RateRequest> wanted, Function<Set<RateRequest>, List<ExchangeRate>> source) {
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

    /**
     * Converts an amount.
     *
     * @param amount the amount, one of those the rates were asked for, or one that needs the same
     * @return what it is in the policy's target, not rounded
     * @throws MissingRateException if it needs another rate
     */
    public BigDecimal convert(DatedMoney amount) {
        RateRequest wanted = request(policy, amount, today);
        ExchangeRate rate = rates.get(wanted);
        if (rate == null && !wanted.from().equals(wanted.to())) {
            throw new MissingRateException(Set.of(wanted));
        }
        BigDecimal plain = amount.money().amount();
        return rate == null ? plain : plain.multiply(rate.rate());
    }

    /**
     * Lists the rates used.
     *
     * @return each once, by currency and day
     */
    public List<ExchangeRate> rates() {
        return List.copyOf(new TreeSet<>(rates.values()));
    }
}

package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.IdSource;
import io.crmkit.core.port.RateSource;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.ConvertedSum;
import io.crmkit.core.value.DatedMoney;
import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.RateRequest;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every use case needs: who calls, where records are kept, what time it is. Made by the front door.
 *
 * @param actor who calls
 * @param stores where records are kept
 * @param clock what time it is, and in which zone a day begins
 * @param ids where identities come from
 * @param commands the check commands pass
 * @param suppressionKey the secret by which addresses are hashed, or null where the host gave none
 * @param outward what the host gave to reach the world outside
 */
public record Call(
        Actor actor,
        Stores stores,
        Clock clock,
        IdSource ids,
        Commands commands,
        @Nullable SuppressionKey suppressionKey,
        Outward outward) {

    /** Makes a call. */
    public Call {
        requireNonNull(actor, "actor");
        requireNonNull(stores, "stores");
        requireNonNull(clock, "clock");
        requireNonNull(ids, "ids");
        requireNonNull(commands, "commands");
        requireNonNull(outward, "outward");
    }

    /**
     * Makes a call for a host that gave no secret.
     *
     * @param actor who calls
     * @param stores where records are kept
     * @param clock what time it is
     * @param ids where identities come from
     * @param commands the check commands pass
     */
    public Call(Actor actor, Stores stores, Clock clock, IdSource ids, Commands commands) {
        this(actor, stores, clock, ids, commands, null, Outward.NONE);
    }

    /**
     * Returns the tenant whose records may be seen.
     *
     * @return the actor's tenant
     */
    public TenantId tenant() {
        return actor.tenant();
    }

    /**
     * Returns the same call over other stores.
     *
     * @param others the stores
     * @return the call, by the same actor
     */
    public Call over(Stores others) {
        return new Call(actor, others, clock, ids, commands, suppressionKey, outward);
    }

    /**
     * Returns the secret by which addresses are hashed.
     *
     * @return the secret
     * @throws IllegalStateException if the host gave none
     */
    SuppressionKey requiredSuppressionKey() {
        if (suppressionKey == null) {
            throw new IllegalStateException(
                    "suppressionKey must be given to Crm.builder() to tell which addresses are suppressed");
        }
        return suppressionKey;
    }

    /**
     * Adds money of several currencies up in one.
     *
     * @param policy by which rates to convert
     * @param amounts the amounts, of any currencies
     * @return the sum, with the rates used
     * @throws io.crmkit.core.value.MissingRateException if a rate is needed that is not known
     * @throws IllegalStateException if a rate is needed and the host gave no source of rates
     */
    public ConvertedSum sum(RatePolicy policy, Collection<DatedMoney> amounts) {
        return ConvertedSum.of(policy, amounts, LocalDate.now(clock), this::exchangeRates);
    }

    /**
     * Finds exchange rates where the host said they come from.
     *
     * @param wanted the rates needed
     * @return those that are known
     * @throws IllegalStateException if the host gave no source of rates
     */
    public List<ExchangeRate> exchangeRates(Set<RateRequest> wanted) {
        RateSource rates = outward.rates();
        if (rates == null) {
            throw new IllegalStateException("rates must be given to Crm.builder() to convert " + wanted);
        }
        return rates.rates(wanted);
    }

    /**
     * Returns the same call, refused in the language of a locale.
     *
     * @param locale the caller's locale
     * @return the call, by the same actor
     */
    public Call in(Locale locale) {
        return new Call(actor, stores, clock, ids, commands.in(locale), suppressionKey, outward);
    }
}

package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Given;
import io.crmkit.core.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses that are not to be used, kept as hashes (GDPR Article 21(3); Article 5(1)(c), data minimisation).
 *
 * <p>Every method but those of {@link Records} needs the host's secret, {@code Crm.builder().suppressionKey(...)}, and
 * throws {@link IllegalStateException} without it.
 */
public final class Suppressions extends Records<Suppression, SuppressionId> {

    private static final int LONGEST = 1_000;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Suppressions(Call call) {
        super(call, call.stores().suppressions());
    }

    /**
     * Suppresses an address; one that is suppressed already stays as it is.
     *
     * @param channel the channel it is an address of
     * @param address the address
     * @param reason why
     * @return the suppression as stored
     * @throws IllegalArgumentException if nothing of the address is left when it is normalised, or it is to be one of e-mail
     *     and is none
     */
    public Suppression suppress(Channel channel, String address, SuppressionReason reason) {
        requireNonNull(reason, "reason");
        if (!isOf(requireNonNull(channel, "channel"), requireNonNull(address, "address"))) {
            throw new IllegalArgumentException("address must be one of the channel: channel = " + channel);
        }
        Text.lines("address", address, LONGEST);
        Suppression made = key().suppress(
                        call().tenant(),
                        channel,
                        address,
                        reason,
                        call().clock().instant());
        return find(made.id()).orElseGet(() -> added(made));
    }

    /**
     * Finds the suppression of an address.
     *
     * @param channel the channel it is an address of
     * @param address the address, however written
     * @return the suppression; empty where the address may be used
     */
    public Optional<Suppression> of(Channel channel, String address) {
        requireNonNull(channel, "channel");
        requireNonNull(address, "address");
        return find(key().id(call().tenant(), channel, address));
    }

    /**
     * Lists which of some addresses are not suppressed, in one statement: a list to be imported, or to be written to.
     *
     * @param channel the channel they are addresses of
     * @param addresses the addresses
     * @return those that may be used, in the order given
     */
    public List<String> unsuppressed(Channel channel, List<String> addresses) {
        requireNonNull(channel, "channel");
        SuppressionKey key = key();
        Map<String, SuppressionId> ids = new LinkedHashMap<>();
        Given.each("addresses", addresses)
                .forEach(address -> ids.put(address, key.id(call().tenant(), channel, address)));
        Set<SuppressionId> suppressed = call().stores()
                .suppressions()
                .findAll(call().tenant(), ids.values())
                .keySet();
        return ids.keySet().stream()
                .filter(address -> !suppressed.contains(ids.get(address)))
                .toList();
    }

    private static boolean isOf(Channel channel, String address) {
        String normalised = channel.normalised(address);
        return channel == Channel.EMAIL ? EmailAddress.isForm(normalised) : !normalised.isEmpty();
    }

    private SuppressionKey key() {
        return call().requiredSuppressionKey();
    }
}

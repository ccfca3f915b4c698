package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The host's secret by which addresses are hashed, another for each tenant.
 *
 * <p>Definition: {@code hash = HMAC(HMAC(secret, tenant), channel + ":" + normalised address)}, HMAC being HMAC-SHA256. Who
 * has the hashes without the secret cannot find addresses by trying; who has the hashes of one tenant learns nothing of
 * another's.
 *
 * <p>What it is not: changeable. Under another secret no address is recognised that was suppressed under this one. Keep it
 * outside the database.
 *
 * <p>Source: RFC 2104 (HMAC), FIPS 180-4 (SHA-256).
 */
public final class SuppressionKey {

    private static final int LEAST_BYTES = 16;

    private final byte[] secret;

    private SuppressionKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Makes a key.
     *
     * @param secret the secret, 16 bytes at least
     * @return the key
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static SuppressionKey of(byte[] secret) {
        if (requireNonNull(secret, "secret").length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "secret must be of " + LEAST_BYTES + " bytes at least: " + secret.length + " bytes");
        }
        return new SuppressionKey(secret.clone());
    }

    /**
     * Makes the suppression of an address.
     *
     * @param tenant the tenant
     * @param channel the channel it is an address of
     * @param address the address, however written
     * @param reason why it is not to be used
     * @param at since when
     * @return the suppression, never stored; its identity is the same for the same address
     */
    public Suppression suppress(
            TenantId tenant, Channel channel, String address, SuppressionReason reason, Instant at) {
        byte[] hash = hash(tenant, channel, address);
        return new Suppression(
                new SuppressionId(Digests.id(hash)),
                Revision.NONE,
                channel,
                HexFormat.of().formatHex(hash),
                reason,
                at);
    }

    /**
     * Computes the identity that an address has where it is suppressed.
     *
     * @param tenant the tenant
     * @param channel the channel it is an address of
     * @param address the address, however written
     * @return a UUID of version 8 (RFC 9562, section 5.8), of its hash
     */
    public SuppressionId id(TenantId tenant, Channel channel, String address) {
        return new SuppressionId(Digests.id(hash(tenant, channel, address)));
    }

    private byte[] hash(TenantId tenant, Channel channel, String address) {
        return Digests.hmac(Digests.hmac(secret, tenant.value()), channel.name() + ":" + channel.normalised(address));
    }

    @Override
    public String toString() {
        return "SuppressionKey of " + secret.length + " bytes";
    }
}

package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An address that is not to be used, kept as a hash by which it is recognised and cannot be read.
 *
 * <p>It outlives the person it belonged to: else an import of an old list would write to somebody who was erased.
 *
 * @param id the identity, which follows from the hash
 * @param revision the revision this record was read at
 * @param channel the channel it is an address of
 * @param hash the keyed hash of the address, as {@link SuppressionKey} makes it, 1 to 100 characters
 * @param reason why
 * @param suppressedAt since when; kept to the microsecond
 */
public record Suppression(
        SuppressionId id,
        Revision revision,
        Channel channel,
        String hash,
        SuppressionReason reason,
        Instant suppressedAt)
        implements Noun<SuppressionId> {

    /**
     * Makes a suppression.
     *
     * @throws IllegalArgumentException if the hash breaks its rule
     */
    public Suppression {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(channel, "channel");
        Text.required("hash", hash, 100);
        requireNonNull(reason, "reason");
        suppressedAt = requireNonNull(suppressedAt, "suppressedAt").truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String naturalKey() {
        return hash;
    }

    @Override
    public Suppression withRevision(Revision next) {
        return new Suppression(id, next, channel, hash, reason, suppressedAt);
    }
}

package io.crmkit.core.journal;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one record: who did what to it, when, and which fields it changed.
 *
 * <p>Definition: a change is made unnumbered, with sequence 0 and no hash; the journal numbers it when it is appended,
 * and chains it to the change before by {@link Chain}.
 *
 * @param sequence its place in the tenant's journal, 1, 2, 3 ... without a gap; 0 while it is not appended
 * @param actor who did it, of which tenant
 * @param subject the record
 * @param revision the record's revision after the change
 * @param kind what was done
 * @param occurredAt when it took place; kept to the microsecond
 * @param recordedAt when it was stored; kept to the microsecond
 * @param fields the fields that changed, in the record's order
 * @param hash the SHA-256 of the change before and this one, 64 hexadecimal digits; empty while it is not appended
 */
public record Change(
        long sequence,
        Actor actor,
        Subject subject,
        Revision revision,
        ChangeKind kind,
        Instant occurredAt,
        Instant recordedAt,
        List<FieldChange> fields,
        String hash) {

    /**
     * Makes a change.
     *
     * @throws IllegalArgumentException if the sequence is negative, or only one of sequence and hash is set
     */
    public Change {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: sequence = " + sequence);
        }
        requireNonNull(actor, "actor");
        requireNonNull(subject, "subject");
        requireNonNull(revision, "revision");
        requireNonNull(kind, "kind");
        occurredAt = requireNonNull(occurredAt, "occurredAt").truncatedTo(ChronoUnit.MICROS);
        recordedAt = requireNonNull(recordedAt, "recordedAt").truncatedTo(ChronoUnit.MICROS);
        fields = List.copyOf(fields);
        if (requireNonNull(hash, "hash").isEmpty() != (sequence == 0)) {
            throw new IllegalArgumentException(
                    "hash must be given with the sequence: sequence = " + sequence + ", hash = '" + hash + "'");
        }
    }

    /**
     * Tells two revisions of a record apart.
     *
     * <p>The change occurred when the record first says that it did ({@link Noun#occurredAt}), else when it was recorded.
     *
     * @param before the record as it was stored before, or null where it was not
     * @param after the record as stored
     * @param actor who changed it
     * @param recordedAt when it was stored
     * @return the change, unnumbered; empty where the record is at the same revision as before
     * @throws IllegalArgumentException if they are two records, or one of a type that has no canonical text
     */
    public static Optional<Change> between(@Nullable Noun<?> before, Noun<?> after, Actor actor, Instant recordedAt) {
        if (before != null && !before.id().equals(after.id())) {
            throw new IllegalArgumentException(
                    "before and after must be the same record: " + before.id() + ", " + after.id());
        }
        if (before != null && before.revision().equals(after.revision())) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                0,
                actor,
                Subject.of(after),
                after.revision(),
                before == null ? ChangeKind.ADDED : ChangeKind.CHANGED,
                occurredAt(before, after, recordedAt),
                recordedAt,
                Fields.between(before, after),
                ""));
    }

    private static Instant occurredAt(@Nullable Noun<?> before, Noun<?> after, Instant recordedAt) {
        Instant said = after.occurredAt();
        boolean saidBefore = before != null && Objects.equals(said, before.occurredAt());
        return said == null || saidBefore ? recordedAt : said;
    }

    /**
     * Returns the tenant in whose journal the change stands.
     *
     * @return the actor's tenant
     */
    public TenantId tenant() {
        return actor.tenant();
    }

    /** The same change, numbered and chained. */
    Change appended(long number, String chained) {
        return new Change(number, actor, subject, revision, kind, occurredAt, recordedAt, fields, chained);
    }
}

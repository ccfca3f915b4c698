package io.crmkit.core.journal;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one record: who did what to it, when, and which fields it changed.
 *
 * <p>Definition: a change is made unnumbered, with sequence 0 and no hash; the journal numbers it when it is appended,
 * and chains it to the change before by {@link Chain}. Fields of an appended change may be erased, as the law of data
 * protection can ask for; it then says so, and the chain holds as before.
 *
 * @param sequence its place in the tenant's journal, 1, 2, 3 ... without a gap; 0 while it is not appended
 * @param actor who did it, of which tenant
 * @param subject the record
 * @param revision the record's revision after the change
 * @param kind what was done
 * @param occurredAt when it took place; kept to the microsecond
 * @param recordedAt when it was stored; kept to the microsecond
 * @param fields the fields that changed, in the record's order
 * @param seal what holds it in the chain; {@link Seal#NONE} while it is not appended
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
        Seal seal) {

    /**
     * Makes a change.
     *
     * @throws IllegalArgumentException if the sequence is negative, only one of sequence and seal is set, or the seal does
     *     not say what the fields say about having been erased
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
        if (requireNonNull(seal, "seal").hash().isEmpty() != (sequence == 0)) {
            throw new IllegalArgumentException(
                    "seal must be given with the sequence: sequence = " + sequence + ", seal = " + seal);
        }
        if (seal.isErased() != hasErased(fields)) {
            throw new IllegalArgumentException(
                    "fields must be erased where the seal is, and only there: fields = " + fields + ", seal = " + seal);
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
                Seal.NONE));
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

    /**
     * Returns the hash that chains the change to the one before.
     *
     * @return the seal's hash; empty while the change is not appended
     */
    public String hash() {
        return seal.hash();
    }

    /**
     * Tells whether fields of the change were erased.
     *
     * @return true where at least one was
     */
    public boolean isErased() {
        return seal.isErased();
    }

    /**
     * Erases fields; adapters call it with the tenant's counter in their hands.
     *
     * <p>A name covers the field of that path and all within it: {@code tags} covers {@code tags[blue]}, {@code dates}
     * covers {@code dates.openedOn}. What a name covers becomes one field of that name without texts. The digest of what
     * was there takes the salt's place in the seal; everything else stays.
     *
     * @param names the names of the fields
     * @return the change without what was erased; empty where there is nothing that was not erased before
     * @throws IllegalArgumentException if the change is not appended
     */
    public Optional<Change> erased(Collection<String> names) {
        if (sequence == 0) {
            throw new IllegalArgumentException("a change must be appended before it is erased: subject = " + subject);
        }
        List<FieldChange> left = new Erasure(names).of(fields);
        if (left.equals(fields)) {
            return Optional.empty();
        }
        Seal digested = isErased() ? seal : new Seal("", new Encoding().digest(seal.salt(), fields), hash());
        return Optional.of(with(sequence, left, digested));
    }

    /** The same change, numbered and sealed. */
    Change appended(long number, Seal sealed) {
        return with(number, fields, sealed);
    }

    private Change with(long number, List<FieldChange> said, Seal sealed) {
        return new Change(number, actor, subject, revision, kind, occurredAt, recordedAt, said, sealed);
    }

    private static boolean hasErased(List<FieldChange> fields) {
        for (FieldChange field : fields) {
            if (field.isErased()) {
                return true;
            }
        }
        return false;
    }
}

package io.crmkit.core.audience;

import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.value.FieldType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The fields of merges. */
public final class MergeFields {

    /** The identity. */
    public static final Field<Merge, MergeId> ID =
            new Field<>(Merge.class, "id", FieldType.ID, Codec.id(MergeId::new), Merge::id);

    /** Of which noun the records are. */
    public static final Field<Merge, DuplicateKind> KIND =
            new Field<>(Merge.class, "kind", FieldType.CHOICE, Codec.constant(DuplicateKind.class), Merge::kind);

    /** The record that stays. */
    public static final Field<Merge, UUID> SURVIVOR =
            new Field<>(Merge.class, "survivor", FieldType.ID, Codec.same(UUID.class), Merge::survivor);

    /** The record that was merged into it. */
    public static final Field<Merge, UUID> MERGED =
            new Field<>(Merge.class, "merged", FieldType.ID, Codec.same(UUID.class), Merge::merged);

    /** Why. */
    public static final Field<Merge, String> REASON =
            new Field<>(Merge.class, "reason", FieldType.TEXT, Codec.same(String.class), Merge::reason);

    /** When. */
    public static final Field<Merge, Instant> MERGED_AT =
            new Field<>(Merge.class, "mergedAt", FieldType.INSTANT, Codec.same(Instant.class), Merge::mergedAt);

    /** When it was undone. */
    public static final Field<Merge, Instant> UNDONE_AT =
            new Field<>(Merge.class, "undoneAt", FieldType.INSTANT, Codec.same(Instant.class), Merge::undoneAt);

    /** All of them, by name. */
    public static final Fields<Merge> ALL =
            new Fields<>(Merge.class, List.of(ID, KIND, SURVIVOR, MERGED, REASON, MERGED_AT, UNDONE_AT), null, null);

    private MergeFields() {}
}

package io.crmkit.jpa;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Retention holds to rows and back. */
final class RetentionHoldRows {

    static final Mapping<RetentionHold, RetentionHoldId, RetentionHoldRow> MAPPING = new Mapping<>(
            RetentionHoldRow.class,
            "reason",
            List.of(),
            RetentionHoldRow::new,
            RetentionHoldRows::fill,
            RetentionHoldRows::toDomain,
            RetentionHoldId::new);

    private RetentionHoldRows() {}

    private static void fill(RetentionHold hold, RetentionHoldRow row) {
        row.person = hold.person().value();
        row.reason = hold.reason();
        row.reasonFolded = Folding.folded(row.reason);
        row.until = hold.until();
        row.placedAt = hold.placedAt();
    }

    static RetentionHold toDomain(RetentionHoldRow row) {
        return new RetentionHold(
                new RetentionHoldId(row.id),
                new Revision(row.revision),
                new PersonId(row.person),
                row.reason,
                row.until,
                row.placedAt);
    }
}

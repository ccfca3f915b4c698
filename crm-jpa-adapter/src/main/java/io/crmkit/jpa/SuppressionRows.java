package io.crmkit.jpa;

import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Suppressions to rows and back. */
final class SuppressionRows {

    static final Mapping<Suppression, SuppressionId, SuppressionRow> MAPPING = new Mapping<>(
            SuppressionRow.class,
            "hash",
            List.of(),
            SuppressionRow::new,
            SuppressionRows::fill,
            SuppressionRows::toDomain,
            SuppressionId::new);

    private SuppressionRows() {}

    private static void fill(Suppression suppression, SuppressionRow row) {
        row.channel = Codes.CHANNEL.of(suppression.channel());
        row.hash = suppression.hash();
        row.hashFolded = Folding.folded(row.hash);
        row.reason = Codes.SUPPRESSION_REASON.of(suppression.reason());
        row.suppressedAt = suppression.suppressedAt();
    }

    static Suppression toDomain(SuppressionRow row) {
        return new Suppression(
                new SuppressionId(row.id),
                new Revision(row.revision),
                Codes.CHANNEL.constant(row.channel),
                row.hash,
                Codes.SUPPRESSION_REASON.constant(row.reason),
                row.suppressedAt);
    }
}

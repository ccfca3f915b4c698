package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.journal.Change;
import java.time.Instant;
import java.util.UUID;

/** One thing on a timeline, with what it is about as it is kept: there is no second copy that could differ. */
public sealed interface Entry permits Entry.OfActivity, Entry.OfChange, Entry.OfDocument {

    /**
     * Returns what the entry tells of.
     *
     * @return the kind
     */
    EntryKind kind();

    /**
     * Returns where the entry stands.
     *
     * @return the position, no two entries having the same
     */
    Position position();

    /**
     * Returns the instant the entry stands at.
     *
     * @return the instant, to the microsecond
     */
    default Instant at() {
        return position().at();
    }

    /**
     * An activity, as it is stored now.
     *
     * @param activity the activity
     */
    record OfActivity(Activity activity) implements Entry {

        /** Makes an entry. */
        public OfActivity {
            requireNonNull(activity, "activity");
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ACTIVITY;
        }

        @Override
        public Position position() {
            return new Position(activity.at(), Source.ACTIVITIES, activity.id().value());
        }
    }

    /**
     * A change of a record.
     *
     * @param change the change, as the journal has it
     */
    record OfChange(Change change) implements Entry {

        /** Makes an entry. */
        public OfChange {
            requireNonNull(change, "change");
        }

        @Override
        public EntryKind kind() {
            return EntryKind.of(change);
        }

        @Override
        public Position position() {
            return new Position(change.occurredAt(), Source.CHANGES, new UUID(0, change.sequence()));
        }
    }

    /**
     * A document of a sale, as it is kept now, here or by the host.
     *
     * @param key the identity of the quote, the order or the reference; of a document that the host's feed tells of, the
     *     key it has there
     * @param document the document, which was issued
     */
    record OfDocument(UUID key, DocumentSummary document) implements Entry {

        /** Makes an entry. */
        public OfDocument {
            requireNonNull(key, "key");
            requireNonNull(requireNonNull(document, "document").issuedAt(), "issuedAt");
        }

        @Override
        public EntryKind kind() {
            return EntryKind.of(document.link().kind());
        }

        @Override
        public Position position() {
            return new Position(requireNonNull(document.issuedAt()), Source.DOCUMENTS, key);
        }
    }
}

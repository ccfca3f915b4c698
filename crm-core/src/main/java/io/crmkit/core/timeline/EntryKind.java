package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;

/** What an entry of a timeline tells of. */
public enum EntryKind {
    /** Something a seller did, or will do. */
    ACTIVITY(Source.ACTIVITIES),
    /** A record was stored for the first time. */
    ADDED(Source.CHANGES),
    /** An opportunity was moved to another stage, whatever else was changed with it. */
    STAGE_MOVE(Source.CHANGES),
    /** Any other change of a stored record. */
    FIELD_CHANGE(Source.CHANGES),
    /** A quote that was sent. */
    QUOTE(Source.DOCUMENTS),
    /** A sales order. */
    SALES_ORDER(Source.DOCUMENTS),
    /** An order as the host keeps it. */
    HOST_ORDER(Source.DOCUMENTS),
    /** What was handed over, or came back. */
    DELIVERY_NOTE(Source.DOCUMENTS),
    /** What is asked to be paid. */
    INVOICE(Source.DOCUMENTS),
    /** What of an invoice is not asked for any more. */
    CREDIT_NOTE(Source.DOCUMENTS),
    /** What was paid. */
    RECEIPT(Source.DOCUMENTS);

    private static final String STAGE = "standing.stage";

    private final Source source;

    EntryKind(Source source) {
        this.source = source;
    }

    /**
     * Says where entries of this kind come from.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Says what a document is on a timeline.
     *
     * @param document the document's kind
     * @return the entry's kind, of the same name
     */
    public static EntryKind of(DocumentKind document) {
        return valueOf(document.name());
    }

    /**
     * Says what a change is on a timeline.
     *
     * @param change the change
     * @return its kind
     */
    public static EntryKind of(Change change) {
        if (requireNonNull(change, "change").kind() == ChangeKind.ADDED) {
            return ADDED;
        }
        return change.fields().stream().anyMatch(field -> field.field().equals(STAGE)) ? STAGE_MOVE : FIELD_CHANGE;
    }
}

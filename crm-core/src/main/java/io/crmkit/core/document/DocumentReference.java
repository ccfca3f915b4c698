package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.time.Instant;

/**
 * A document of the host's as it was recorded here: no copy of it, but what it is known by, and what it is about.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param document what is known of it; of one kind and number there is one
 */
public record DocumentReference(DocumentReferenceId id, Revision revision, HostDocument document)
        implements Noun<DocumentReferenceId> {

    /** Makes a reference. */
    public DocumentReference {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(document, "document");
    }

    @Override
    public String naturalKey() {
        return document.link().toString();
    }

    @Override
    public DocumentReference withRevision(Revision next) {
        return new DocumentReference(id, next, document);
    }

    @Override
    public Instant occurredAt() {
        return document.issuedAt();
    }

    /**
     * Returns the reference with what is known now.
     *
     * @param now the document
     * @return a copy that differs in its document only
     */
    public DocumentReference withDocument(HostDocument now) {
        return new DocumentReference(id, revision, now);
    }
}

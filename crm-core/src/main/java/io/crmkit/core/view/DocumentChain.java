package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that came of a quote: its revisions, the orders made of them, and the host's documents made of those, to the receipt.
 *
 * @param documents the documents, by the instant they were issued, drafts last; of one instant in the order of their kinds
 */
public record DocumentChain(List<Link> documents) {

    /** Makes a chain. */
    public DocumentChain {
        documents = List.copyOf(documents);
    }

    /**
     * One document of the chain.
     *
     * @param document the document
     * @param origins the documents it was made from, some of which may not be in the chain
     */
    public record Link(DocumentSummary document, List<DocumentLink> origins) {

        /** Makes a link. */
        public Link {
            requireNonNull(document, "document");
            origins = List.copyOf(origins);
        }
    }

    /**
     * Lists the documents of a kind.
     *
     * @param kind the kind
     * @return the documents, in the chain's order
     */
    public List<DocumentSummary> of(DocumentKind kind) {
        return documents.stream()
                .map(Link::document)
                .filter(document -> document.link().kind() == kind)
                .toList();
    }

    /**
     * Lists what was made directly from a document.
     *
     * @param origin the document
     * @return the documents, in the chain's order
     */
    public List<DocumentSummary> madeFrom(DocumentLink origin) {
        return documents.stream()
                .filter(link -> link.origins().contains(origin))
                .map(Link::document)
                .toList();
    }

    /**
     * Says what was made of a document, directly or through others.
     *
     * @param origin the document
     * @return the links of all that follows
     */
    public Set<DocumentLink> following(DocumentLink origin) {
        Set<DocumentLink> following = new HashSet<>();
        List<DocumentLink> next = List.of(origin);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(link -> madeFrom(link).stream())
                    .map(DocumentSummary::link)
                    .filter(following::add)
                    .toList();
        }
        return following;
    }
}

package io.crmkit.core.service;

import io.crmkit.core.audience.DocumentReferenceFields;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The host's documents that were made from others, recorded here or told of by the feed. */
final class HostDocuments {

    private static final int AT_ONCE = 100;

    private final Call call;
    private final DocumentSubjects known;

    /** Finds documents; those for the same addressee as a record that was seen are seen as well. */
    HostDocuments(Call call, DocumentSubjects known) {
        this.call = call;
        this.known = known;
    }

    /** All that follows from documents, however many steps on; what is both recorded and fed stands once, as it is fed. */
    Map<DocumentLink, HostDocument> following(Collection<DocumentLink> origins) {
        Map<DocumentLink, HostDocument> found = new LinkedHashMap<>();
        List<DocumentLink> next = List.copyOf(origins);
        while (!next.isEmpty()) {
            List<DocumentLink> fresh = new ArrayList<>();
            for (int from = 0; from < next.size(); from += AT_ONCE) {
                for (HostDocument document : madeFrom(next.subList(from, Math.min(next.size(), from + AT_ONCE)))) {
                    if (found.put(document.link(), document) == null) {
                        fresh.add(document.link());
                    }
                }
            }
            next = fresh;
        }
        return found;
    }

    private List<HostDocument> madeFrom(List<DocumentLink> origins) {
        List<HostDocument> documents = new ArrayList<>();
        Dossier.all(
                        call.stores().documentReferences(),
                        call.tenant(),
                        DocumentReferenceFields.madeFrom(origins).is(true))
                .forEach(reference -> documents.add(reference.document()));
        DocumentFeed feed = call.outward().feed();
        if (feed != null) {
            feed.madeFrom(call.tenant(), origins).stream()
                    .map(FedDocument::document)
                    .filter(this::isSeen)
                    .forEach(documents::add);
        }
        return documents;
    }

    private boolean isSeen(HostDocument document) {
        DocumentSubjects subjects = document.subjects();
        if (subjects.addressee().equals(known.addressee())) {
            return true;
        }
        CompanyId company = subjects.company();
        PersonId contact = subjects.contact();
        return company != null
                ? call.stores().companies().find(call.tenant(), company).isPresent()
                : contact != null
                        && call.stores().people().find(call.tenant(), contact).isPresent();
    }
}

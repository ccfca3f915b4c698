package io.crmkit.core.feed;

import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The feed of a host with few documents. */
class ListedFeed implements DocumentFeed {

    final Map<TenantId, List<FedDocument>> documents = new HashMap<>();
    private long last;

    FedDocument enter(TenantId owner, HostDocument document) {
        FedDocument fed = new FedDocument(new UUID(0, ++last), document);
        documents.computeIfAbsent(owner, none -> new ArrayList<>()).add(fed);
        return fed;
    }

    List<FedDocument> of(TenantId tenant) {
        return documents.getOrDefault(tenant, List.of());
    }

    @Override
    public List<FedDocument> nearest(TenantId tenant, FeedQuery query) {
        return query.nearest(of(tenant));
    }

    @Override
    public List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins) {
        return of(tenant).stream()
                .filter(fed -> fed.document().origins().stream().anyMatch(origins::contains))
                .toList();
    }
}

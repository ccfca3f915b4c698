package io.crmkit.core.port;

import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.List;

/**
 * The host's own documents, shown on timelines and in chains without being copied.
 *
 * <p>Rules:
 * <ol>
 *   <li>{@link #nearest} answers with the documents that {@link FeedQuery} defines, as many as there are up to its limit,
 *       in any order. What it answers besides is refused with a {@link StoreException}, since a page could not be whole.
 *   <li>{@link #madeFrom} answers with every document that names one of the links as an origin.
 *   <li>Each tenant's documents are told to that tenant only. Who may see a company, person or opportunity is decided
 *       before it is asked about, and may see its documents.
 *   <li>A feed that cannot do its work throws; it never answers with nothing instead.
 *   <li>A document that is fed is not recorded as well: it would stand on timelines twice.
 * </ol>
 */
public interface DocumentFeed {

    /**
     * Tells of documents about records (rules 1, 3 and 4).
     *
     * @param tenant the tenant
     * @param query which, from where, how many
     * @return the documents nearest to the query's bound
     */
    List<FedDocument> nearest(TenantId tenant, FeedQuery query);

    /**
     * Tells of documents that were made from others (rules 2 to 4).
     *
     * @param tenant the tenant
     * @param origins the others, at most 100
     * @return the documents, in any order
     */
    List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins);
}

package io.crmkit.core.port;

import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.TenantId;

/**
 * What happened around records: activities about them and their changes in one total order, a page at a time.
 *
 * <p>An adapter is right when {@code TimelineTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>A timeline holds the activities about its scopes' companies, people and opportunities, planned ones too, and the
 *       changes of its scopes' records; also, at the instant they were issued, the documents for them: quotes that were
 *       sent, orders, and references to the host's. Nothing else, and no change of an activity or a document.
 *   <li>Entries are listed the newest first, in the order of {@link io.crmkit.core.timeline.Position}, whichever way the
 *       page goes.
 *   <li>A scope's period is half-open: what stands at {@code from} belongs, what stands at {@code until} does not; of two
 *       scopes of one record, either suffices.
 *   <li>What belongs by several scopes is listed once.
 *   <li>Only entries of the kinds asked for are listed.
 *   <li>An activity for which the criterion is false or unknown is not listed; changes are listed whatever it says.
 *   <li>A page holds the entries nearest to its position on the side it goes to, at most as many as its limit, the one at
 *       the position left out; without a position it begins at the end it goes away from. A position need not be that of
 *       an entry.
 *   <li>The page says that more follow exactly where another entry follows in its direction.
 *   <li>An activity is listed as it is stored now, at its present instant and about its present subjects; so is a document.
 *   <li>Another tenant's activities and changes are shown to no question.
 *   <li>What a transaction stored is seen by the calls that follow in the same transaction, and by nobody once it was
 *       rolled back.
 *   <li>Entries added between two pages neither repeat nor hide another: pages go on from a position, never from a count.
 * </ol>
 *
 * <p>What callers owe: who may see a record's changes is decided before its scope is given.
 *
 * <p>A page costs as much as it holds, times the logarithm of what is kept, however deep it lies; a criterion that hides
 * most activities costs what it hides between the first and the last entry of the page. A timeline that cannot do its work
 * throws {@link StoreException}; it never answers with an empty page instead.
 */
public interface Timeline {

    /**
     * Lists one page of a timeline (rules 1 to 12).
     *
     * @param tenant the tenant
     * @param query which timeline, which entries, from where
     * @return the page
     */
    TimelinePage page(TenantId tenant, TimelineQuery query);
}

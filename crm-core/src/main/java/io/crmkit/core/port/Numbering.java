package io.crmkit.core.port;

import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.value.TenantId;

/**
 * Where the numbers of documents come from.
 *
 * <p>An adapter is right when {@code NumberingTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>Numbers of one tenant, series and year are 1, 2, 3 ... in the order they are drawn in.
 *   <li>No number is drawn twice, however many transactions draw at the same time.
 *   <li>What a transaction that was rolled back has drawn is drawn again: there is no gap.
 *   <li>Tenants, series and years are counted apart.
 * </ol>
 * The counter therefore is held from {@link #next} until the transaction ends, and another that draws of the same series
 * waits.
 *
 * <p>What callers owe: records are locked before numbers are drawn, and the journal is written after, so that no two
 * transactions wait for each other.
 */
public interface Numbering {

    /**
     * Draws the next number, in the transaction that stores the document (rules 1 to 4).
     *
     * @param tenant the tenant
     * @param series the series, 1 to 10 upper-case letters
     * @param year the year, 1900 to 9999
     * @return the number
     * @throws IllegalArgumentException if series or year is not of its form
     * @throws StoreException if there is no transaction
     */
    DocumentNumber next(TenantId tenant, String series, int year);
}

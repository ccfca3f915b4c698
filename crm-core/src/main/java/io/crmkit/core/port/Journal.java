package io.crmkit.core.port;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happened to each tenant's records, in order; changes are appended and never altered, but for texts that must
 * be erased.
 *
 * <p>An adapter is right when {@code JournalTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>Each tenant's changes are numbered 1, 2, 3 ... in the order they were appended in, without a gap;
 *       {@link #append} answers them numbered, in the order given, and {@link #last} is the last number.
 *   <li>Each change is chained to the one before by {@link io.crmkit.core.journal.Chain#append}.
 *   <li>What was appended is read again equal in every component: texts keep every character of Unicode, an empty text is
 *       not null, and instants are kept to the microsecond.
 *   <li>{@link #after(TenantId, Cursor)} lists what follows the cursor, by ascending sequence, at most as many as its
 *       limit.
 *   <li>The changes of one subject are listed forwards from a cursor by ascending sequence, and backwards by descending;
 *       either way the one at the cursor is left out, and no other subject's is listed.
 *   <li>{@link #recorded} lists what was recorded in a half-open period, {@code from} being in it and {@code until} not,
 *       by ascending sequence behind the cursor.
 *   <li>Another tenant's changes are shown to no question, and count for nothing; a change of another tenant is refused.
 *   <li>What a transaction appended is seen by the calls that follow in the same transaction, and by nobody else before
 *       it commits.
 *   <li>What was rolled back is seen by nobody and leaves no gap: the next change is given its number.
 *   <li>Changes become visible in the order of their numbers, however long a transaction takes to commit: a reader that
 *       goes on from the last sequence it has read misses nothing. The tenant's counter therefore is held from
 *       {@link #append} until the transaction ends, and another that appends for the tenant waits.
 *   <li>{@link #redact} erases the fields named, and all within them, from every change of the subjects named, however
 *       many those are, as {@link Change#erased} does; it answers how many changes it erased from. Where nothing is left
 *       to erase it alters nothing and answers 0.
 *   <li>It leaves everything else as it was: other subjects' changes, other tenants' and the other fields; the chain holds
 *       as it did before.
 *   <li>What a transaction erased is erased for the calls that follow in it, what it appended itself included, and for
 *       everybody when it commits; a rollback leaves every text where it was.
 *   <li>Two that erase from the same changes at the same time erase what both named: {@link #redact} holds the tenant's
 *       counter as {@link #append} does.
 * </ol>
 *
 * <p>What callers owe: the counter is the last lock a transaction takes. Records are saved first, in ascending identity,
 * and all that was changed is appended after, at once; else two transactions may each wait for what the other holds.
 *
 * <p>A journal that cannot do its work throws {@link StoreException}; it never answers with an empty result instead.
 */
public interface Journal {

    /**
     * Appends changes in the transaction that changed the records (rules 1, 2 and 8 to 10).
     *
     * @param tenant the tenant
     * @param changes the changes, unnumbered, in the order they happened in
     * @return the changes as appended, in the same order
     * @throws IllegalArgumentException if a change is another tenant's, or is numbered already
     */
    List<Change> append(TenantId tenant, List<Change> changes);

    /**
     * Erases texts from what happened to some records (rules 11 to 14).
     *
     * @param tenant the tenant
     * @param subjects the records
     * @param fields the names of the fields
     * @return how many changes it erased texts from
     */
    long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields);

    /**
     * Says how far the journal has come (rule 1).
     *
     * @param tenant the tenant
     * @return the sequence of the last change, 0 where there is none
     */
    long last(TenantId tenant);

    /**
     * Reads on from a cursor (rule 4).
     *
     * @param tenant the tenant
     * @param cursor where to read on, and how much
     * @return the changes, by ascending sequence; empty where none follows
     */
    List<Change> after(TenantId tenant, Cursor cursor);

    /**
     * Reads on in what happened to one record (rule 5).
     *
     * @param tenant the tenant
     * @param subject the record
     * @param cursor where to read on, and how much
     * @return the record's changes behind the cursor, by ascending sequence
     */
    List<Change> after(TenantId tenant, Identifier subject, Cursor cursor);

    /**
     * Reads backwards in what happened to one record (rule 5).
     *
     * @param tenant the tenant
     * @param subject the record
     * @param cursor before which to read, and how much; {@link Cursor#END} for the newest
     * @return the record's changes before the cursor, by descending sequence
     */
    List<Change> before(TenantId tenant, Identifier subject, Cursor cursor);

    /**
     * Reads what was recorded in a period (rule 6).
     *
     * @param tenant the tenant
     * @param from the first instant of the period
     * @param until the first instant after the period
     * @param cursor where to read on, and how much
     * @return the changes behind the cursor, by ascending sequence
     */
    List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor);

    /**
     * Checks the journal from its first change to the last that stood in it when the check began, a thousand at a time.
     *
     * @param tenant the tenant
     * @return the first sequence that is missing, or whose change is not the one that was appended; empty where the chain
     *     holds
     */
    default OptionalLong firstBroken(TenantId tenant) {
        long end = last(tenant);
        long checked = 0;
        String hash = Chain.START;
        while (checked < end) {
            List<Change> next = after(tenant, Cursor.START.at(checked));
            OptionalLong broken = Chain.verify(checked, hash, next);
            if (broken.isPresent() || next.isEmpty()) {
                return next.isEmpty() ? OptionalLong.of(checked + 1) : broken;
            }
            Change last = next.get(next.size() - 1);
            checked = last.sequence();
            hash = last.hash();
        }
        return OptionalLong.empty();
    }

    /**
     * Checks that changes can be appended for a tenant; adapters call it first.
     *
     * @param tenant the tenant
     * @param changes the changes
     * @throws IllegalArgumentException if a change is another tenant's, or is numbered already
     */
    static void requireAppendable(TenantId tenant, List<Change> changes) {
        for (Change change : changes) {
            if (!change.tenant().equals(tenant)) {
                throw new IllegalArgumentException(
                        "changes must be the tenant's: tenant = " + tenant + ", change of " + change.tenant());
            }
            if (change.sequence() != 0) {
                throw new IllegalArgumentException(
                        "changes must not be numbered before they are appended: sequence = " + change.sequence());
            }
        }
    }
}

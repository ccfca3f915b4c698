package io.crmkit.core.port;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The records of one noun.
 *
 * <p>An adapter is right when {@code StoreTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>What was saved is found again by its identity, equal in every field, at the revision the save returned.
 *   <li>A record that does not exist is an empty answer, never null and never an exception.
 *   <li>A record of another tenant looks exactly like one that does not exist, in every method.
 *   <li>The first save of a record expects {@link io.crmkit.core.value.Revision#NONE} and answers revision 1; each
 *       later save that changes a field answers the next revision.
 *   <li>A save made from a revision that is no longer the stored one is refused with {@link StaleRevisionException}, and
 *       so is the first save of an identity that is already stored, to whichever tenant it belongs; nothing changes.
 *   <li>A save that changes nothing keeps the revision.
 *   <li>{@link #saveAll} does what {@link #save} does for each record, in order, and answers in the same order; when one
 *       is refused, none is stored once the transaction has been rolled back.
 *   <li>Pages list the tenant's records by ascending identity, compared as 128-bit unsigned numbers; no record is listed
 *       twice or left out because others were added between two pages.
 *   <li>The page that holds the last record says that it is the last.
 *   <li>{@link #count(TenantId)} is the number of records that paging to the end would list.
 *   <li>{@link #idsByNaturalKey} answers for each natural key asked for that some record of the tenant has, exactly as
 *       written; where several share it, with the lowest identity.
 *   <li>Texts keep every character of Unicode; instants are kept to the microsecond; money keeps its amount and
 *       currency.
 *   <li>What a transaction saved is seen by the calls that follow in the same transaction, and by nobody once it was
 *       rolled back.
 *   <li>{@link #select} lists the records a criterion is true for, as {@link Criterion#compile} says, by ascending
 *       identity as rule 8 has it, each whole as {@link #find} answers it; a record added, changed or gone from the
 *       selection between two pages neither repeats nor hides another.
 *   <li>A selection's page says that it is the last exactly where no record follows that the criterion is true for.
 *   <li>{@link #count(TenantId, Criterion)} is the number of records that paging to the end of the selection would list.
 *   <li>A selection sees what rule 13 says, and no other tenant's record whatever the criterion asks for, its negation
 *       included.
 *   <li>{@link #existing} answers those of the identities asked for that {@link #findAll} would find a record for, each
 *       once, what the same transaction saved included.
 * </ol>
 * A store that cannot do its work throws {@link StoreException}; it never answers with an empty result instead.
 *
 * @param <N> the noun
 * @param <I> its identifier type
 */
public interface Store<N extends Noun<I>, I extends Identifier> {

    /**
     * Finds a record (rules 1 to 3).
     *
     * @param tenant the tenant
     * @param id the identity
     * @return the record as stored, or empty
     */
    Optional<N> find(TenantId tenant, I id);

    /**
     * Finds many records in few statements (rules 1 to 3).
     *
     * @param tenant the tenant
     * @param ids the identities, in any order; one that is asked for twice is answered once
     * @return the records as stored, by identity; those that do not exist are absent
     */
    Map<I, N> findAll(TenantId tenant, Collection<I> ids);

    /**
     * Tells which of many records there are, in few statements (rule 18). A store that can tell without reading the records
     * overrides it.
     *
     * @param tenant the tenant
     * @param ids the identities, in any order
     * @return those that have a record
     */
    default Set<I> existing(TenantId tenant, Collection<I> ids) {
        return findAll(tenant, ids).keySet();
    }

    /**
     * Stores a new record, or a changed one (rules 4 to 6).
     *
     * @param tenant the tenant
     * @param noun the record, at the revision it was read at
     * @return the record as stored
     * @throws StaleRevisionException if the stored record is at another revision
     */
    N save(TenantId tenant, N noun);

    /**
     * Stores many records in few statements (rule 7).
     *
     * @param tenant the tenant
     * @param nouns the records, no identity twice
     * @return the records as stored, in the same order
     * @throws StaleRevisionException if a stored record is at another revision
     */
    List<N> saveAll(TenantId tenant, List<N> nouns);

    /**
     * Lists records (rules 8 and 9).
     *
     * @param tenant the tenant
     * @param request how many, and after which
     * @return the page
     */
    Page<N> page(TenantId tenant, PageRequest request);

    /**
     * Counts the tenant's records (rule 10).
     *
     * @param tenant the tenant
     * @return how many there are
     */
    long count(TenantId tenant);

    /**
     * Lists the records that are meant (rules 14, 15 and 17).
     *
     * @param tenant the tenant
     * @param criterion which records
     * @param request how many, and after which
     * @return the page
     */
    Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request);

    /**
     * Counts the records that are meant (rules 16 and 17).
     *
     * @param tenant the tenant
     * @param criterion which records
     * @return how many there are
     */
    long count(TenantId tenant, Criterion<N> criterion);

    /**
     * Finds the identities behind names or references (rule 11).
     *
     * @param tenant the tenant
     * @param naturalKeys the natural keys to look for, at most 1,000
     * @return the identity for each key that was found; keys not found are absent
     */
    Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys);
}

package io.crmkit.core.port;

import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which people, companies and leads share which {@linkplain io.crmkit.core.party.DuplicateKeys keys}.
 *
 * <p>An adapter is right when {@code MatchKeysTck} passes on it. The rules it tests:
 * <ol>
 *   <li>A record is found under each key that {@link io.crmkit.core.party.DuplicateKeys#of} lists for it as it is stored,
 *       and under no other; a change takes effect in the transaction that makes it.
 *   <li>A record of another tenant, or of another kind, is never found.
 *   <li>A key that more records share than asked for is absent, as is one that none has.
 * </ol>
 * A database answers from an index in a fixed number of statements for each thousand keys, however many records there are.
 */
public interface MatchKeys {

    /**
     * Finds who shares keys.
     *
     * @param tenant the tenant
     * @param kind of which kind the records are
     * @param keys the keys
     * @param most how many records may share a key
     * @return the identities by key; absent where there are none, or more than asked for
     */
    Map<String, Set<UUID>> owners(TenantId tenant, DuplicateKind kind, Collection<String> keys, int most);
}

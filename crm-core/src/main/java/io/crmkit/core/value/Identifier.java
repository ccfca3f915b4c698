package io.crmkit.core.value;

import java.util.UUID;

/**
 * The identity of one noun.
 *
 * <p>Each noun has an identifier type of its own, so that one cannot stand where another is meant. Identifiers are
 * created by the domain, never by a database: work done off-line needs its identity before it reaches one.
 */
public interface Identifier {

    /**
     * Returns the value, unique over all tenants and nouns.
     *
     * @return the UUID, by default of version 7 (RFC 9562)
     */
    UUID value();
}

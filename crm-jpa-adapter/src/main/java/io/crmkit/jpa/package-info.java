/** The ports of crm-core on Jakarta Persistence, inside the host's transaction. Start at {@link JpaStores}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.jpa;

/** The reference adapter: everything in memory, with transactions. Start at {@link InMemoryStores}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.memory;

/** The reference adapter: everything in memory, for tests, trials and small hosts. Start at {@link InMemoryStores}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.memory;

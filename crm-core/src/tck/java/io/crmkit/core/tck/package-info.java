/** The contract of a storage adapter, as tests. Start at {@link StoresTck}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.tck;

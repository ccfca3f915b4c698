/** The contract every storage adapter keeps, as tests. Start at {@link StoresTck}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.tck;

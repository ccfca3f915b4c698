/** The host's documents beside what is stored here. Start at {@link FedStores}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.feed;

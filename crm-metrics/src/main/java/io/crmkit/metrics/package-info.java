/** The vocabulary of the engine. Start at {@link Proportion}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics;

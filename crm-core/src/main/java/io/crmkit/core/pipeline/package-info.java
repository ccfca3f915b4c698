/** Pipelines with their stages, and the opportunities that move through them. Start at {@link Opportunity}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.pipeline;

/** Steps, and the conversion from each to the next. Start at {@link Funnel}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.funnel;

/**
 * From activity to activity: how much of one step becomes the next. Start at {@link io.crmkit.metrics.funnel.Funnel}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.funnel;

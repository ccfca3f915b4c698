/** Stored facts to metrics, answers to views; the only room that calls crm-metrics. Start at {@link Insights}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.insight;

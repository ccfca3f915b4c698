/** What happened around a record, in one order: questions, entries and places between them. Start at {@link TimelineQuery}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.timeline;

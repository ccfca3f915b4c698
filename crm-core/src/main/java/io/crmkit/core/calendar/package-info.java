/** When sellers are busy and what is due, in the zone they work in. Start at {@link FreeBusy} and {@link Agenda}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.calendar;

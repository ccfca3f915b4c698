/** Contacts as vCards, out and in, and calendars as iCalendar. Start at {@link ContactCards} and {@link SellerCalendar}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.exchange;

/** Contacts as vCards, out and in. Start at {@link ContactCards}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.exchange;

/** What happened, in order, append-only: audit trail, history, timeline and sync read it. Start at {@link Change}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.journal;

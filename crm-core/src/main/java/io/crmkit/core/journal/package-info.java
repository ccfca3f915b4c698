/**
 * What happened, in order, append-only: audit trail, history, timeline and sync read it. Start at {@link Change}.
 *
 * <p>Texts can be erased from it where the law of data protection asks for it; header, order and chain stay.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.journal;

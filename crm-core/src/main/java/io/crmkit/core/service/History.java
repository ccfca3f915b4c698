package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happened to the tenant's records, who did it and when. Nothing here writes: every command that is accepted is
 * written down by itself, in its own transaction.
 */
public final class History {

    private final Call call;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public History(Call call) {
        this.call = requireNonNull(call, "call");
    }

    /**
     * Lists what happened to a record, the newest first.
     *
     * @param id the record's identity
     * @return its last 1,000 changes at most; empty where it does not exist or belongs to another tenant
     */
    public List<Change> of(Identifier id) {
        return of(id, Cursor.END);
    }

    /**
     * Lists what happened to a record before a change, the newest first.
     *
     * @param id the record's identity
     * @param before the change before which to read, and how many at most
     * @return the changes, by descending sequence
     */
    public List<Change> of(Identifier id, Cursor before) {
        return journal().before(call.tenant(), requireNonNull(id, "id"), requireNonNull(before, "before"));
    }

    /**
     * Lists what happened to all records since a change, the oldest first; a reader that goes on from the last sequence
     * it has read misses nothing.
     *
     * @param sequence the sequence read last, 0 before the first
     * @return the next 1,000 changes at most
     */
    public List<Change> after(long sequence) {
        return after(Cursor.START.at(sequence));
    }

    /**
     * Lists what happened to all records since a change, the oldest first.
     *
     * @param cursor the sequence read last, and how many at most
     * @return the changes, by ascending sequence
     */
    public List<Change> after(Cursor cursor) {
        return journal().after(call.tenant(), requireNonNull(cursor, "cursor"));
    }

    /**
     * Lists what was recorded in a period, the oldest first.
     *
     * @param from the first instant of the period
     * @param until the first instant after the period
     * @param cursor the sequence read last, and how many at most
     * @return the changes, by ascending sequence
     */
    public List<Change> recorded(Instant from, Instant until, Cursor cursor) {
        return journal()
                .recorded(
                        call.tenant(),
                        requireNonNull(from, "from"),
                        requireNonNull(until, "until"),
                        requireNonNull(cursor, "cursor"));
    }

    /**
     * Says how far the journal has come.
     *
     * @return the sequence of the last change, 0 where there is none
     */
    public long last() {
        return journal().last(call.tenant());
    }

    /**
     * Checks the journal from its first change to the last that stood in it when the check began, a thousand at a time.
     *
     * <p>All of it is checked, whatever the actor may see.
     *
     * <p>What it is not: see {@link Chain}.
     *
     * @return the first sequence that is missing, or whose change is not the one that was appended; empty where the chain
     *     holds
     */
    public OptionalLong firstBroken() {
        return journal().firstBroken(call.tenant());
    }

    private Journal journal() {
        return call.stores().journal();
    }
}

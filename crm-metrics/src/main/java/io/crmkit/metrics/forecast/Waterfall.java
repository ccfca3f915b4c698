package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.funnel.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From the open pipeline at one instant to that at a later one: what came, what went, and why.
 *
 * <p>Definition: the pipeline is the value of the opportunities that are open, owned by somebody of the team, and
 * expected to close in the period. Then
 *
 * <pre>
 * end = start + new + pulled in + transferred in + increased
 *             - decreased - pushed out - transferred out - won - lost - removed
 * </pre>
 *
 * for any two lists whatever: each opportunity's movements sum to what it is worth at the end less what it was at the
 * start. One that comes in and is won in between counts as both. A change of amount comes before leaving and after
 * coming in, so that who leaves does so at the last amount. An opportunity that changes owner and date counts by owner.
 *
 * <ul>
 *   <li>Shape: a start, an amount per movement, an end.
 *   <li>Unit: money of one currency.
 *   <li>Range: all amounts from zero.
 *   <li>Nothing to divide by: two empty lists give zeros.
 *   <li>Errors: amounts of another currency, a key twice in one list, or a period that does not begin before it ends,
 *       are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a history. Who was pushed out and pulled in again between the two instants has not moved.
 *
 * <p>Source: the pipeline-change reports of CRMs; the identity is checked by a law.
 */
public final class Waterfall {

    /** Why the pipeline changed. */
    public enum Movement {
        /** Not there at the start, or settled then and opened again. */
        NEW(1),
        /** Expected outside of the period at the start, and inside at the end. */
        PULLED_IN(1),
        /** Owned outside of the team at the start. */
        TRANSFERRED_IN(1),
        /** Worth more. */
        INCREASED(1),
        /** Worth less. */
        DECREASED(-1),
        /** Expected outside of the period at the end. */
        PUSHED_OUT(-1),
        /** Owned outside of the team at the end. */
        TRANSFERRED_OUT(-1),
        /** Won. */
        WON(-1),
        /** Lost. */
        LOST(-1),
        /** No longer there at the end. */
        REMOVED(-1);

        private final int sign;

        Movement(int sign) {
            this.sign = sign;
        }

        /**
         * Answers the direction.
         *
         * @return one where it adds to the pipeline, minus one where it takes away
         */
        public int sign() {
            return sign;
        }
    }

    private final Currency currency;
    private final Set<String> team;
    private final LocalDate from;
    private final LocalDate until;
    private final Map<Movement, Amount> movements = new EnumMap<>(Movement.class);
    private Amount start;
    private Amount end;

    private Waterfall(Currency currency, Set<String> team, LocalDate from, LocalDate until) {
        this.currency = requireNonNull(currency, "currency");
        this.team = Set.copyOf(team);
        this.from = from;
        this.until = until;
        start = Amount.zero(currency);
        end = Amount.zero(currency);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: from = " + from + ", until = " + until);
        }
    }

    /**
     * Compares the pipeline at two instants.
     *
     * @param currency the currency of all amounts
     * @param team the owners whose pipeline it is
     * @param from the first day of the period
     * @param until the day after its last one
     * @param before the opportunities at the first instant, settled ones too
     * @param after the opportunities at the second instant, settled ones too
     * @return the waterfall
     * @throws IllegalArgumentException where an amount is of another currency, a key occurs twice, or the period is none
     */
    public static Waterfall between(
            Currency currency,
            Set<String> team,
            LocalDate from,
            LocalDate until,
            Collection<PipelineEntry> before,
            Collection<PipelineEntry> after) {
        Waterfall waterfall = new Waterfall(currency, team, from, until);
        Map<String, PipelineEntry> old = waterfall.byId("before", before);
        Map<String, PipelineEntry> now = waterfall.byId("after", after);
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        ids.forEach(id -> waterfall.move(old.get(id), now.get(id)));
        return waterfall;
    }

    private Map<String, PipelineEntry> byId(String list, Collection<PipelineEntry> entries) {
        Map<String, PipelineEntry> byId = new LinkedHashMap<>();
        for (PipelineEntry entry : entries) {
            if (!entry.amount().currency().equals(currency)) {
                throw new IllegalArgumentException("amounts must be in one currency: currency = " + currency
                        + ", opportunity = " + entry.id() + ", amount = " + entry.amount());
            }
            if (byId.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException(list + " must hold each opportunity once: id = " + entry.id());
            }
        }
        return byId;
    }

    private void move(@Nullable PipelineEntry before, @Nullable PipelineEntry after) {
        if (before != null && isInside(before)) {
            start = start.plus(before.amount());
            leave(before, after);
        } else if (after != null && isOurs(after)) {
            enter(before, after);
        }
        if (after != null && isInside(after)) {
            end = end.plus(after.amount());
        }
    }

    private boolean isInside(PipelineEntry entry) {
        return entry.outcome() == Outcome.OPEN && isOurs(entry);
    }

    private boolean isOurs(PipelineEntry entry) {
        return team.contains(entry.owner()) && isInPeriod(entry);
    }

    private boolean isInPeriod(PipelineEntry entry) {
        return !entry.expectedClose().isBefore(from) && entry.expectedClose().isBefore(until);
    }

    private void enter(@Nullable PipelineEntry before, PipelineEntry after) {
        if (before == null || before.outcome() != Outcome.OPEN) {
            if (before == null || after.outcome() == Outcome.OPEN) {
                add(Movement.NEW, after.amount());
                settle(after);
            }
            return;
        }
        boolean theirs = !team.contains(before.owner());
        add(theirs ? Movement.TRANSFERRED_IN : Movement.PULLED_IN, before.amount());
        change(before, after);
        settle(after);
    }

    private void leave(PipelineEntry before, @Nullable PipelineEntry after) {
        if (after == null) {
            add(Movement.REMOVED, before.amount());
            return;
        }
        change(before, after);
        if (after.outcome() != Outcome.OPEN) {
            settle(after);
        } else if (!team.contains(after.owner())) {
            add(Movement.TRANSFERRED_OUT, after.amount());
        } else if (!isInPeriod(after)) {
            add(Movement.PUSHED_OUT, after.amount());
        }
    }

    private void settle(PipelineEntry after) {
        if (after.outcome() != Outcome.OPEN) {
            add(after.outcome() == Outcome.WON ? Movement.WON : Movement.LOST, after.amount());
        }
    }

    private void change(PipelineEntry before, PipelineEntry after) {
        Amount difference = after.amount().plus(before.amount().times(-1));
        boolean more = difference.value().signum() >= 0;
        add(more ? Movement.INCREASED : Movement.DECREASED, more ? difference : difference.times(-1));
    }

    private void add(Movement movement, Amount amount) {
        movements.merge(movement, amount, Amount::plus);
    }

    /**
     * Answers the open pipeline at the first instant.
     *
     * @return its value
     */
    public Amount start() {
        return start;
    }

    /**
     * Answers the value of a movement.
     *
     * @param movement why the pipeline changed
     * @return how much came or went by it, zero or more
     */
    public Amount of(Movement movement) {
        return movements.getOrDefault(movement, Amount.zero(currency));
    }

    /**
     * Answers the open pipeline at the second instant.
     *
     * @return its value
     */
    public Amount end() {
        return end;
    }
}

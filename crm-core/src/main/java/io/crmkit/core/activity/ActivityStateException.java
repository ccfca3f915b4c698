package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;

/** What became of an activity does not allow what was asked of it; nothing was done. */
public final class ActivityStateException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient ActivityId activity;
    /** The state it is in. */
    private final ActivityState state;

    /**
     * Makes the exception.
     *
     * @param activity which activity
     * @param refused what cannot be done, such as {@code cannot be held}
     * @param rule why not, such as {@code it is CANCELLED}
     */
    public ActivityStateException(Activity activity, String refused, String rule) {
        super("activity %s %s: %s".formatted(activity.id(), refused, rule), null);
        this.activity = requireNonNull(activity.id(), "activity");
        this.state = activity.state();
    }

    /**
     * Returns which activity.
     *
     * @return its identity
     */
    public ActivityId activity() {
        return activity;
    }

    /**
     * Returns what became of it.
     *
     * @return the state it is in
     */
    public ActivityState state() {
        return state;
    }
}

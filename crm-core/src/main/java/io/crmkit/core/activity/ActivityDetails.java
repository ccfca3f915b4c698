package io.crmkit.core.activity;

import io.crmkit.core.value.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is known of an activity by its kind. What a kind does not have reads as null. */
public sealed interface ActivityDetails {

    /** The longest that an activity takes. */
    Duration LONGEST = Duration.ofDays(366);

    /**
     * Returns the kind.
     *
     * @return the kind these details are of
     */
    ActivityKind kind();

    /**
     * Returns who began it.
     *
     * @return the direction of a call or an e-mail, or null
     */
    default @Nullable ActivityDirection direction() {
        return null;
    }

    /**
     * Returns how long it takes, or took.
     *
     * @return the duration, in whole seconds, or null
     */
    default @Nullable Duration duration() {
        return null;
    }

    /**
     * Says whether activities of the kind take a while.
     *
     * @return true for calls, meetings and tasks
     */
    default boolean hasDuration() {
        return kind() != ActivityKind.EMAIL && kind() != ActivityKind.NOTE;
    }

    /**
     * Returns where it takes place.
     *
     * @return the place of a meeting, or null
     */
    default @Nullable String place() {
        return null;
    }

    /**
     * Returns the day by which it is to be done.
     *
     * @return the day a task is due, or null
     */
    default @Nullable LocalDate dueOn() {
        return null;
    }

    /**
     * Makes the details of a kind, of which no more is known.
     *
     * @param kind the kind
     * @param dueOn the day by which it is to be done, kept where the kind has one
     * @return the details
     */
    static ActivityDetails of(ActivityKind kind, @Nullable LocalDate dueOn) {
        return switch (kind) {
            case CALL -> new Call(null, null);
            case MEETING -> new Meeting(null, null);
            case EMAIL -> new Email(null);
            case TASK -> new Task(dueOn, null);
            case NOTE -> new Note();
        };
    }

    /**
     * Returns the same details with how long it took.
     *
     * @param took the duration
     * @return a copy that differs in its duration only
     * @throws IllegalArgumentException if the kind has no duration, or it breaks its rule
     */
    default ActivityDetails lasting(Duration took) {
        throw new IllegalArgumentException(
                "duration must be of a call, a meeting or a task: " + kind() + ", duration = " + took);
    }

    /**
     * Returns the same details without what was written by hand.
     *
     * @return details that name no place
     */
    default ActivityDetails withoutPlace() {
        return this;
    }

    /**
     * A telephone call.
     *
     * @param direction who called, or null where that is not known
     * @param duration how long it takes, in whole seconds up to 366 days, or null
     */
    record Call(
            @Nullable ActivityDirection direction, @Nullable Duration duration) implements ActivityDetails {

        /**
         * Makes the details.
         *
         * @throws IllegalArgumentException if the duration breaks its rule
         */
        public Call {
            duration = checked(duration);
        }

        @Override
        public ActivityKind kind() {
            return ActivityKind.CALL;
        }

        @Override
        public Call lasting(Duration took) {
            return new Call(direction, took);
        }
    }

    /**
     * A meeting, in person or remote.
     *
     * @param place where it takes place, 1 to 200 characters, or null
     * @param duration how long it takes, in whole seconds up to 366 days, or null
     */
    record Meeting(@Nullable String place, @Nullable Duration duration) implements ActivityDetails {

        /**
         * Makes the details.
         *
         * @throws IllegalArgumentException if the place or the duration breaks its rule
         */
        public Meeting {
            Text.optional("place", place, 200);
            duration = checked(duration);
        }

        @Override
        public ActivityKind kind() {
            return ActivityKind.MEETING;
        }

        @Override
        public Meeting lasting(Duration took) {
            return new Meeting(place, took);
        }

        @Override
        public Meeting withoutPlace() {
            return new Meeting(null, duration);
        }
    }

    /**
     * An e-mail or a letter.
     *
     * @param direction who wrote, or null where that is not known
     */
    record Email(@Nullable ActivityDirection direction) implements ActivityDetails {

        @Override
        public ActivityKind kind() {
            return ActivityKind.EMAIL;
        }
    }

    /**
     * Something to do.
     *
     * @param dueOn the day by which it is to be done, or null
     * @param duration how long it takes, in whole seconds up to 366 days, or null
     */
    record Task(@Nullable LocalDate dueOn, @Nullable Duration duration) implements ActivityDetails {

        /**
         * Makes the details.
         *
         * @throws IllegalArgumentException if the duration breaks its rule
         */
        public Task {
            duration = checked(duration);
        }

        @Override
        public ActivityKind kind() {
            return ActivityKind.TASK;
        }

        @Override
        public Task lasting(Duration took) {
            return new Task(dueOn, took);
        }
    }

    /** Something written down. */
    record Note() implements ActivityDetails {

        @Override
        public ActivityKind kind() {
            return ActivityKind.NOTE;
        }
    }

    private static @Nullable Duration checked(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration must be from 0 to 366 days: " + duration);
        }
        return duration.truncatedTo(ChronoUnit.SECONDS);
    }
}

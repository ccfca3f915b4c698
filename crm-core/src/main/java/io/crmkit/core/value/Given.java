package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What methods are given besides commands: named where it is missing, or beyond what every store and format can write. */
public final class Given {

    private Given() {}

    /**
     * Checks that no item of a list is missing.
     *
     * @param <T> what the list holds
     * @param parameter the parameter's name, for the message
     * @param items the list
     * @return the list
     * @throws NullPointerException naming the list or the item that is missing, as in {@code steps[1]}
     */
    public static <T> List<T> each(String parameter, List<T> items) {
        for (int i = 0; i < requireNonNull(items, parameter).size(); i++) {
            requireNonNull(items.get(i), parameter + "[" + i + "]");
        }
        return items;
    }

    /**
     * Checks a day.
     *
     * @param parameter the parameter's name, for the message
     * @param day the day
     * @return the day
     * @throws NullPointerException naming the parameter, if it is missing
     * @throws IllegalArgumentException naming the parameter and the day, if it is not in the years 1 to 9999
     */
    public static LocalDate day(String parameter, LocalDate day) {
        return (LocalDate) FieldType.DATE.checked(parameter, requireNonNull(day, parameter));
    }

    /**
     * Checks an instant.
     *
     * @param parameter the parameter's name, for the message
     * @param at the instant
     * @return the instant, at the microsecond
     * @throws NullPointerException naming the parameter, if it is missing
     * @throws IllegalArgumentException naming the parameter and the instant, if it is not in the years 1 to 9999 by UTC
     */
    public static Instant instant(String parameter, Instant at) {
        return (Instant) FieldType.INSTANT.checked(parameter, requireNonNull(at, parameter));
    }
}

package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import java.util.Set;

/**
 * What one actor may do with the records of one noun.
 *
 * <p>Definition: a record is <i>visible</i> where {@code visible} is true for it as it is stored, and <i>writable</i> where
 * {@code writable} is true for it too.
 * <ol>
 *   <li>A record that is not visible looks like one that does not exist, in every answer.
 *   <li>A hidden field reads as one that is not set, in every answer; a criterion over it says of it what it says of a
 *       field that is not set. Only fields that may be left empty can be hidden: an identity or a name cannot.
 *   <li>A record is added where it is writable as given, and changed where it is visible and writable as stored and, but
 *       for {@code handsOver}, writable as given too.
 *   <li>A change leaves hidden fields as they are stored, and must not set them.
 *   <li>What is {@code counted} may stand in a total of several sellers, and in nothing else, though it be invisible.
 * </ol>
 *
 * @param <N> the noun
 * @param visible which records may be seen
 * @param writable which of those may be changed, and as which new ones may be added
 * @param hidden the fields that may not be seen
 * @param counted which records count in totals beside those that are visible
 * @param handsOver whether a record that is writable may be given away: changed so that it is no longer writable
 */
public record Access<N>(
        Criterion<N> visible, Criterion<N> writable, Set<Field<N, ?>> hidden, Criterion<N> counted, boolean handsOver) {

    /** Makes the access. */
    public Access {
        requireNonNull(visible, "visible");
        requireNonNull(writable, "writable");
        hidden = Set.copyOf(hidden);
        requireNonNull(counted, "counted");
    }

    /**
     * Allows everything.
     *
     * @param <N> the noun
     * @return access to every record and field of the tenant
     */
    public static <N> Access<N> unlimited() {
        return new Access<>(Criterion.everything(), Criterion.everything(), Set.of(), Criterion.nothing(), true);
    }

    /**
     * Says whether nothing is forbidden.
     *
     * @return whether this is {@link #unlimited}
     */
    public boolean isUnlimited() {
        return showsAll() && writable.equals(Criterion.everything());
    }

    /**
     * Says whether every record is visible, whole.
     *
     * @return whether everything is visible and no field hidden
     */
    public boolean showsAll() {
        return visible.equals(Criterion.everything()) && hidden.isEmpty();
    }
}

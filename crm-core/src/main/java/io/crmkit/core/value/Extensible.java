package io.crmkit.core.value;

import java.util.Set;

/**
 * A noun that a host may add to: fields of its own, and tags.
 *
 * @param <N> the noun
 */
public interface Extensible<N> {

    /**
     * Returns what the host keeps besides.
     *
     * @return the custom fields; {@link CustomFields#NONE} where none is set
     */
    CustomFields custom();

    /**
     * Returns the host's tags.
     *
     * @return at most 100 tags, each at most 60 characters, in ascending order; empty where there are none
     */
    Set<String> tags();

    /**
     * Returns the same noun with other custom fields.
     *
     * @param other the custom fields
     * @return a copy that differs in its custom fields only
     */
    N withCustom(CustomFields other);

    /**
     * Returns the same noun with other tags.
     *
     * @param other the tags
     * @return a copy that differs in its tags only
     * @throws IllegalArgumentException if there are over 100, or one is blank, over 60 characters or has control characters
     */
    N withTags(Set<String> other);
}

package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dense ids for keys, in order of first appearance: the first key is 0, the next new one 1.
 *
 * <p>Definition: {@code idOf(key)} is the number of distinct keys seen before {@code key} was first seen.
 *
 * <ul>
 *   <li>Shape: one int per distinct key; keys are equal where {@link Object#equals} says so.
 *   <li>Unit: none.
 *   <li>Range: from 0 to {@link #size()} - 1, without holes.
 *   <li>Nothing to divide by: does not apply.
 *   <li>Errors: a new key beyond the declared number is an {@link IllegalArgumentException} that names both.
 * </ul>
 *
 * <p>What it is not: an order of the keys, or fit for several threads at once.
 *
 * <p>Source: open addressing in which hashes are spread by 2<sup>32</sup> over the golden ratio, Knuth, D. E. (1998),
 * The Art of Computer Programming 3, section 6.4.
 *
 * @param <K> the keys, whose {@code hashCode} and {@code equals} must not change
 */
public final class Dictionary<K> {

    private static final int GOLDEN = 0x9E3779B9;
    private static final int FEW = 1 << 16;

    private final String name;
    private final int maximum;
    private final List<K> keys = new ArrayList<>();
    private @Nullable Object[] known = new @Nullable Object[16];
    private int[] ids = new int[16];
    private int shift = 28;

    private Dictionary(String name, int maximum) {
        this.name = name;
        this.maximum = maximum;
    }

    /**
     * Obtains an empty dictionary.
     *
     * @param name what the keys are, for messages: {@code "seller"}
     * @param maximum how many distinct keys are accepted
     * @param <K> the keys
     * @return the dictionary
     * @throws IllegalArgumentException where {@code maximum} is negative
     */
    public static <K> Dictionary<K> of(String name, int maximum) {
        Checks.notNegative("maximum", maximum);
        return new Dictionary<>(requireNonNull(name, "name"), maximum);
    }

    /**
     * Obtains the id of a key, giving it the next one where the key is new.
     *
     * @param key the key
     * @return its id
     * @throws IllegalArgumentException where the key is new and the dictionary full
     */
    public int idOf(K key) {
        int slot = slotOf(key, key.hashCode());
        return ids[slot] > 0 ? ids[slot] - 1 : add(key, slot);
    }

    /**
     * Obtains the id of a key that may be unknown.
     *
     * @param key the key
     * @return its id, or -1 where it was never seen
     */
    public int find(K key) {
        return ids[slotOf(key, key.hashCode())] - 1;
    }

    /**
     * Obtains the key behind an id.
     *
     * @param id from 0 to {@code size() - 1}
     * @return the key
     * @throws IndexOutOfBoundsException where there is no such id
     */
    public K key(int id) {
        return keys.get(id);
    }

    /**
     * Lists the keys in order of their ids.
     *
     * @return the keys, a view that cannot be changed and that grows with the dictionary
     */
    public List<K> keys() {
        return Collections.unmodifiableList(keys);
    }

    /**
     * Counts the distinct keys.
     *
     * @return how many there are
     */
    public int size() {
        return keys.size();
    }

    /* The slot of a key, or the free one where it would go. */
    private int slotOf(K key, int hash) {
        @Nullable Object[] all = known;
        int mask = all.length - 1;
        int slot = (hash * GOLDEN) >>> shift;
        @Nullable Object found = all[slot];
        while (found != key && found != null && !key.equals(found)) {
            slot = (slot + 1) & mask;
            found = all[slot];
        }
        return slot;
    }

    private int add(K key, int slot) {
        int id = keys.size();
        Checks.room(name, key, id, maximum);
        keys.add(key);
        place(slot, id);
        if (crowded()) {
            grow();
        }
        return id;
    }

    /* A quarter full for few keys, so that nearly all are found at once; half full for many, to save memory. */
    private boolean crowded() {
        return keys.size() * (keys.size() < FEW ? 4L : 2L) > known.length;
    }

    private void place(int slot, int id) {
        known[slot] = keys.get(id);
        ids[slot] = id + 1;
    }

    private void grow() {
        int length = known.length * 2;
        known = new @Nullable Object[length];
        ids = new int[length];
        shift--;
        for (int id = 0; id < keys.size(); id++) {
            place(slotOf(keys.get(id), keys.get(id).hashCode()), id);
        }
    }
}

package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Dense ids for {@code long} keys, in order of first appearance: a {@link Dictionary} that boxes nothing.
 *
 * <p>Definition: {@code idOf(key)} is the number of distinct keys seen before {@code key} was first seen.
 *
 * <ul>
 *   <li>Shape: one int per distinct key.
 *   <li>Unit: none.
 *   <li>Range: from 0 to {@link #size()} - 1, without holes; every {@code long} may be a key.
 *   <li>Nothing to divide by: does not apply.
 *   <li>Errors: a new key beyond the declared number is an {@link IllegalArgumentException} that names both.
 * </ul>
 *
 * <p>What it is not: fit for several threads at once.
 *
 * <p>Source: the constant that spreads the keys is 2<sup>64</sup> over the golden ratio, Knuth, D. E. (1998), The Art
 * of Computer Programming 3, section 6.4.
 */
public final class LongDictionary {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final String name;
    private final int maximum;
    private long[] keys = new long[8];
    private long[] probes = new long[16];
    private int[] slots = new int[16];
    private int size;

    private LongDictionary(String name, int maximum) {
        this.name = name;
        this.maximum = maximum;
    }

    /**
     * Obtains an empty dictionary.
     *
     * @param name what the keys are, for messages: {@code "subject"}
     * @param maximum how many distinct keys are accepted
     * @return the dictionary
     * @throws IllegalArgumentException where {@code maximum} is negative
     */
    public static LongDictionary of(String name, int maximum) {
        Checks.notNegative("maximum", maximum);
        return new LongDictionary(requireNonNull(name, "name"), maximum);
    }

    /**
     * Obtains the id of a key, giving it the next one where the key is new.
     *
     * @param key the key
     * @return its id
     * @throws IllegalArgumentException where the key is new and the dictionary full
     */
    public int idOf(long key) {
        int slot = slotOf(key);
        return slots[slot] > 0 ? slots[slot] - 1 : add(key, slot);
    }

    /**
     * Obtains the id of a key that may be unknown.
     *
     * @param key the key
     * @return its id, or -1 where it was never seen
     */
    public int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    /**
     * Obtains the key behind an id.
     *
     * @param id from 0 to {@code size() - 1}
     * @return the key
     * @throws IllegalArgumentException where there is no such id
     */
    public long key(int id) {
        Checks.below("id", id, size);
        return keys[id];
    }

    /**
     * Counts the distinct keys.
     *
     * @return how many there are
     */
    public int size() {
        return size;
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (slots[slot] != 0 && probes[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int add(long key, int slot) {
        Checks.room(name, key, size, maximum);
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size] = key;
        place(slot, size);
        size++;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void place(int slot, int id) {
        probes[slot] = keys[id];
        slots[slot] = id + 1;
    }

    private void grow() {
        int length = slots.length * 2;
        probes = new long[length];
        slots = new int[length];
        for (int id = 0; id < size; id++) {
            place(slotOf(keys[id]), id);
        }
    }
}

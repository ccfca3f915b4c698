package io.crmkit.core.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of an instant and 128 bits in ascending order, in blocks of numbers: a key is found by halving, and one more moves
 * no more than a block.
 */
final class SortedKeys {

    static final SortedKeys NONE = new SortedKeys();

    private static final int WIDTH = 3;
    private static final int LARGEST = 256;

    private final List<Block> blocks = new ArrayList<>(1);

    private static final class Block {
        long[] keys = new long[4 * WIDTH];
        int size;

        /** The first place whose key is not less. */
        int place(long micros, long high, long low) {
            int from = 0;
            int until = size;
            while (from < until) {
                int middle = (from + until) >>> 1;
                if (compare(middle, micros, high, low) < 0) {
                    from = middle + 1;
                } else {
                    until = middle;
                }
            }
            return from;
        }

        int compare(int place, long micros, long high, long low) {
            int at = place * WIDTH;
            int byInstant = Long.compare(keys[at], micros);
            if (byInstant != 0) {
                return byInstant;
            }
            int byHigh = Long.compareUnsigned(keys[at + 1], high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(keys[at + 2], low);
        }

        void insert(int place, long micros, long high, long low) {
            if ((size + 1) * WIDTH > keys.length) {
                keys = Arrays.copyOf(keys, Math.min(2 * keys.length, LARGEST * WIDTH));
            }
            int at = place * WIDTH;
            System.arraycopy(keys, at, keys, at + WIDTH, size * WIDTH - at);
            keys[at] = micros;
            keys[at + 1] = high;
            keys[at + 2] = low;
            size++;
        }

        void remove(int place) {
            int at = place * WIDTH;
            System.arraycopy(keys, at + WIDTH, keys, at, size * WIDTH - at - WIDTH);
            size--;
        }

        Block splitOff(int place) {
            Block rest = new Block();
            rest.keys = Arrays.copyOf(Arrays.copyOfRange(keys, place * WIDTH, size * WIDTH), LARGEST * WIDTH);
            rest.size = size - place;
            size = place;
            return rest;
        }
    }

    /** Those that have a key. */
    static List<SortedKeys> filled(SortedKeys one, SortedKeys other) {
        if (other.isEmpty()) {
            return one.isEmpty() ? List.of() : List.of(one);
        }
        return one.isEmpty() ? List.of(other) : List.of(one, other);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    void add(long micros, long high, long low) {
        int number = Math.max(0, blockBefore(micros, high, low));
        if (blocks.isEmpty()) {
            blocks.add(new Block());
        }
        Block block = blocks.get(number);
        int place = block.place(micros, high, low);
        if (place < block.size && block.compare(place, micros, high, low) == 0) {
            return;
        }
        if (block.size == LARGEST) {
            // what is added at the end leaves full blocks behind
            boolean atEnd = place == LARGEST && number == blocks.size() - 1;
            blocks.add(number + 1, block.splitOff(atEnd ? LARGEST : LARGEST / 2));
            add(micros, high, low);
            return;
        }
        block.insert(place, micros, high, low);
    }

    void remove(long micros, long high, long low) {
        int number = blockBefore(micros, high, low);
        if (number >= 0) {
            Block block = blocks.get(number);
            int place = block.place(micros, high, low);
            if (place < block.size && block.compare(place, micros, high, low) == 0) {
                block.remove(place);
                if (block.size == 0) {
                    blocks.remove(number);
                }
            }
        }
    }

    /* the last block whose first key is not greater; -1 where there is none */
    private int blockBefore(long micros, long high, long low) {
        int from = 0;
        int until = blocks.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            Block block = blocks.get(middle);
            if (block.size > 0 && block.compare(0, micros, high, low) <= 0) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from - 1;
    }

    /** A reader that stands at one key, and moves to the next or to the one before. */
    final class Reader {

        private int number;
        private int place;

        private Reader(int number, int place) {
            this.number = number;
            this.place = place;
        }

        /** Whether there is a key here. */
        boolean stands() {
            return number >= 0 && number < blocks.size() && place >= 0 && place < blocks.get(number).size;
        }

        long micros() {
            return blocks.get(number).keys[place * WIDTH];
        }

        long high() {
            return blocks.get(number).keys[place * WIDTH + 1];
        }

        long low() {
            return blocks.get(number).keys[place * WIDTH + 2];
        }

        boolean isAt(long micros, long high, long low) {
            return stands() && blocks.get(number).compare(place, micros, high, low) == 0;
        }

        boolean isBefore(Reader other) {
            return number < other.number || (number == other.number && place < other.place);
        }

        void next() {
            if (++place >= blocks.get(number).size) {
                number++;
                place = 0;
            }
        }

        void back() {
            if (--place < 0 && --number >= 0) {
                place = blocks.get(number).size - 1;
            }
        }
    }

    /** A reader at the first key. */
    Reader start() {
        return new Reader(0, 0);
    }

    /** A reader behind the last key. */
    Reader end() {
        return new Reader(blocks.size(), 0);
    }

    /** A reader at the first key that is not less; {@link Reader#back} leads from there to the last that is less. */
    Reader from(long micros, long high, long low) {
        int number = blockBefore(micros, high, low);
        if (number < 0) {
            return new Reader(0, 0);
        }
        int place = blocks.get(number).place(micros, high, low);
        return place < blocks.get(number).size ? new Reader(number, place) : new Reader(number + 1, 0);
    }
}

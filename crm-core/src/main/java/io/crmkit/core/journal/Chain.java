package io.crmkit.core.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The chain by which a tenant's changes hold each other: each has the hash of the one before and of itself, so that
 * altering, removing, adding or reordering one shows.
 *
 * <p>Definition: {@code payload = SHA-256(salt + encoding of the fields)}, the salt being 16 random bytes, and
 * {@code hash = SHA-256(previous hash + encoding of the header + payload)}. The header is a format version, then all
 * components but fields and seal in the order of {@link Change}; numbers are big-endian, instants microseconds since 1970,
 * texts UTF-8 behind their length in bytes (-1 for null), lists stand behind their length.
 *
 * <p>The payload of a change is computed from its fields, until fields of it are erased ({@link Change#erased}): from then
 * on it is the digest in the seal. Therefore a chain holds when texts are erased from it as it did before. The salt goes
 * with them; without it nobody can tell by the digest whether a text that he guesses is the one that was there.
 *
 * <p>What it is not: a signature. Whoever may rewrite the whole journal can chain it anew, and whoever cuts off its end
 * leaves a shorter chain that holds; keep the last hash elsewhere to notice either. Nor does it hold the texts that are
 * left in a change of which others were erased: it holds that change's header and place.
 *
 * <p>Source: FIPS 180-4 (SHA-256); S. Haber and W. S. Stornetta, How to time-stamp a digital document, Journal of
 * Cryptology 3 (1991), 99-111.
 */
public final class Chain {

    /** The hash before the first change. */
    public static final String START = "0".repeat(64);

    /* drawn from once for all changes appended together, and for many of those that are appended alone */
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ByteBuffer DRAWN = ByteBuffer.allocate(4_096).position(4_096);

    private Chain() {}

    /**
     * Numbers changes and chains them to what is there; adapters call it with the tenant's counter in their hands.
     *
     * @param last the sequence of the last change appended, 0 where there is none
     * @param lastHash its hash, {@link #START} where there is none
     * @param changes the changes, unnumbered
     * @return the changes in the same order, numbered from the next sequence on, each with its hash
     */
    public static List<Change> append(long last, String lastHash, List<Change> changes) {
        return append(last, lastHash, changes, salts(Encoding.SALT * changes.size()));
    }

    private static byte[] salts(int length) {
        byte[] salts = new byte[length];
        if (length > DRAWN.capacity()) {
            RANDOM.nextBytes(salts);
            return salts;
        }
        synchronized (DRAWN) {
            if (DRAWN.remaining() < length) {
                RANDOM.nextBytes(DRAWN.array());
                DRAWN.clear();
            }
            DRAWN.get(salts);
        }
        return salts;
    }

    static List<Change> append(long last, String lastHash, List<Change> changes, byte[] salts) {
        Encoding encoding = new Encoding();
        List<Change> appended = new ArrayList<>(changes.size());
        long sequence = last;
        String hash = lastHash;
        for (Change change : changes) {
            sequence++;
            Seal seal = encoding.seal(hash, sequence, change, salts, Encoding.SALT * appended.size());
            hash = seal.hash();
            appended.add(change.appended(sequence, seal));
        }
        return appended;
    }

    /**
     * Checks a journal from its first change on.
     *
     * @param changes the changes, in the order of their sequence
     * @return the first broken sequence, or empty where the chain holds
     */
    public static OptionalLong verify(Iterable<Change> changes) {
        return verify(0, START, changes);
    }

    /**
     * Checks what follows a change that was checked.
     *
     * @param last the sequence checked last, 0 where none was
     * @param lastHash its hash, {@link #START} where none was
     * @param changes the changes that follow, in the order of their sequence
     * @return the first sequence that is missing, or whose change is not the one that was appended; empty where the chain
     *     holds
     */
    public static OptionalLong verify(long last, String lastHash, Iterable<Change> changes) {
        Encoding encoding = new Encoding();
        long sequence = last;
        String hash = lastHash;
        for (Change change : changes) {
            sequence++;
            hash = encoding.hash(hash, sequence, change);
            if (change.sequence() != sequence || !change.hash().equals(hash)) {
                return OptionalLong.of(sequence);
            }
        }
        return OptionalLong.empty();
    }
}

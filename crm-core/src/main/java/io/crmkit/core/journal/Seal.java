package io.crmkit.core.journal;

import static java.util.Objects.requireNonNull;

/**
 * What holds a change in its place in the {@link Chain}, and its fields to the change.
 *
 * <p>Definition: a change has its salt as long as all that it said is there; when fields of it are erased, the digest
 * takes the salt's place. The salt is random, so that the digest tells nothing by which a text could be guessed.
 *
 * @param salt 32 hexadecimal digits, drawn when the change is appended; empty once it was erased from
 * @param digest the payload's SHA-256 as it was before it was erased from, 64 hexadecimal digits; empty before that
 * @param hash the SHA-256 of the change before and this one, 64 hexadecimal digits
 */
public record Seal(String salt, String digest, String hash) {

    /** The seal of a change that is not appended yet. */
    public static final Seal NONE = new Seal("", "", "");

    /**
     * Makes a seal.
     *
     * @throws IllegalArgumentException if a part has not its length, or a hash comes without salt and digest or with both
     */
    public Seal {
        requireLength("salt", salt, 32);
        requireLength("digest", digest, 64);
        requireLength("hash", hash, 64);
        if (hash.isEmpty() ? !salt.isEmpty() || !digest.isEmpty() : salt.isEmpty() == digest.isEmpty()) {
            throw new IllegalArgumentException("hash must be given with either salt or digest: salt = '" + salt
                    + "', digest = '" + digest + "', hash = '" + hash + "'");
        }
    }

    private static void requireLength(String name, String digits, int length) {
        if (!requireNonNull(digits, name).isEmpty() && digits.length() != length) {
            throw new IllegalArgumentException(
                    name + " must be empty or of " + length + " hexadecimal digits: " + name + " = '" + digits + "'");
        }
    }

    /**
     * Tells whether fields of the change were erased.
     *
     * @return true where the digest stands in the salt's place
     */
    public boolean isErased() {
        return !digest.isEmpty();
    }
}

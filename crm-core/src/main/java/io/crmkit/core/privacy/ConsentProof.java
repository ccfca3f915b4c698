package io.crmkit.core.privacy;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a consent was given (GDPR Article 7(1)).
 *
 * @param source where it was asked for, such as {@code web form}, at most 200 characters, or null
 * @param evidence what shows it, such as the wording agreed to, at most 1,000 characters, or null
 * @param tokenHash the SHA-256 of the token the person confirms with, 64 hexadecimal digits, or null where none was sent
 */
public record ConsentProof(
        @Nullable String source,
        @Nullable String evidence,
        @Nullable String tokenHash) {

    /** Nothing shows it. */
    public static final ConsentProof NONE = new ConsentProof(null, null, null);

    /**
     * Makes a proof.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public ConsentProof {
        Text.optional("source", source, 200);
        Text.optional("evidence", evidence, 1_000);
        if (tokenHash != null && !tokenHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "tokenHash must be 64 hexadecimal digits: " + tokenHash.length() + " characters");
        }
    }
}

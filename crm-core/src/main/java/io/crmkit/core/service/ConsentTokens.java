package io.crmkit.core.service;

import io.crmkit.core.privacy.ConsentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens by which people confirm: the consent's identity and 128 random bits, in letters, digits, - and _. */
final class ConsentTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private ConsentTokens() {}

    static String next(ConsentId id) {
        byte[] random = new byte[BYTES - Long.BYTES * 2];
        RANDOM.nextBytes(random);
        ByteBuffer token = ByteBuffer.allocate(BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Whose token it is; empty where it is none. */
    static Optional<ConsentId> consent(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            ByteBuffer read = ByteBuffer.wrap(bytes);
            return bytes.length == BYTES
                    ? Optional.of(new ConsentId(new UUID(read.getLong(), read.getLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /** Compares in the same time wherever they differ. */
    static boolean isHash(@Nullable String kept, String token) {
        return kept != null && MessageDigest.isEqual(HexFormat.of().parseHex(kept), sha256(token));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

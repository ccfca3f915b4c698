package io.crmkit.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The canonical bytes of changes, and their hashes; see {@link Chain}. */
final class Encoding {

    /** The bytes of a salt. */
    static final int SALT = 16;

    private static final byte VERSION = 1;
    private static final HexFormat HEX = HexFormat.of();

    /* copied, since asking the providers for another costs as much as a hash */
    private static final MessageDigest SHA_256 = sha256();

    private final MessageDigest digest = copied();
    private ByteBuffer bytes = ByteBuffer.allocate(512);

    private static MessageDigest copied() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException ofThisProvider) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The seal of a change that is appended behind the hash before. */
    Seal seal(String previous, long sequence, Change change, byte[] salts, int from) {
        byte[] payload = payload(salts, from, change.fields());
        return new Seal(HEX.formatHex(salts, from, from + SALT), "", hash(previous, sequence, change, payload));
    }

    /** The hash that a change must have behind the hash before. */
    String hash(String previous, long sequence, Change change) {
        Seal seal = change.seal();
        byte[] payload =
                seal.isErased() ? HEX.parseHex(seal.digest()) : payload(HEX.parseHex(seal.salt()), 0, change.fields());
        return hash(previous, sequence, change, payload);
    }

    /** The digest that keeps a change in the chain when its fields are erased. */
    String digest(String salt, List<FieldChange> fields) {
        return HEX.formatHex(payload(HEX.parseHex(salt), 0, fields));
    }

    private String hash(String previous, long sequence, Change change, byte[] payload) {
        bytes.clear();
        bytes.put(HEX.parseHex(previous));
        encode(sequence, change);
        room(payload.length).put(payload);
        return HEX.formatHex(digested());
    }

    private byte[] payload(byte[] salts, int from, List<FieldChange> fields) {
        bytes.clear();
        bytes.put(salts, from, Math.min(SALT, salts.length - from));
        room(4).putInt(fields.size());
        for (FieldChange field : fields) {
            put(field.field());
            put(field.before());
            put(field.after());
        }
        return digested();
    }

    private byte[] digested() {
        digest.update(bytes.array(), 0, bytes.position());
        return digest.digest();
    }

    private void encode(long sequence, Change change) {
        room(1).put(VERSION);
        put(sequence);
        put(change.actor().tenant().value());
        put(change.actor().user());
        put(change.subject().kind());
        put(change.subject().value());
        put(change.revision().number());
        put(change.kind().name());
        put(change.occurredAt());
        put(change.recordedAt());
    }

    private void put(long number) {
        room(8).putLong(number);
    }

    private void put(UUID id) {
        put(id.getMostSignificantBits());
        put(id.getLeastSignificantBits());
    }

    private void put(Instant instant) {
        put(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000));
    }

    private void put(@Nullable String text) {
        if (text == null) {
            room(4).putInt(-1);
            return;
        }
        int length = text.length();
        int start = room(4 + length).putInt(length).position();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80) {
                bytes.position(start - 4);
                putEncoded(text);
                return;
            }
            bytes.put((byte) letter);
        }
    }

    private void putEncoded(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length).putInt(utf8.length).put(utf8);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}

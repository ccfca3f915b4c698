package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A file made of a document, as a customer gets it. Immutable. */
public final class RenderedFile {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\:*?\"<>|]+");

    private final String name;
    private final String mediaType;
    private final byte[] content;

    private RenderedFile(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    /**
     * Makes a file.
     *
     * @param name what it is called, 1 to 100 characters, none of those that file systems refuse in a name
     * @param mediaType its media type, such as {@code application/pdf} (RFC 6838, without parameters)
     * @param content what it consists of, at least one byte
     * @return the file
     * @throws IllegalArgumentException if a part breaks its rule
     */
    public static RenderedFile of(String name, String mediaType, byte[] content) {
        Text.required("file name", name, 100);
        if (!FILE_NAME.matcher(name).matches() || name.startsWith(".")) {
            throw new IllegalArgumentException(
                    "file name must be one that file systems take: '" + Text.shown(name) + "'");
        }
        if (!MEDIA_TYPE.matcher(requireNonNull(mediaType, "mediaType")).matches()) {
            throw new IllegalArgumentException(
                    "media type must be like application/pdf: '" + Text.shown(mediaType) + "'");
        }
        if (content.length == 0) {
            throw new IllegalArgumentException("content must not be empty: " + name);
        }
        return new RenderedFile(name, mediaType, content.clone());
    }

    /**
     * Returns what the file is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the media type.
     *
     * @return the type, such as {@code application/pdf}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns what the file consists of.
     *
     * @return a copy of the bytes
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Returns the digest by which the file is known again.
     *
     * @return the SHA-256 of the content (FIPS 180-4), 64 lower-case hexadecimal digits
     */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "%s (%s, %,d bytes)".formatted(name, mediaType, content.length);
    }
}

package io.crmkit.examples.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PDF without what its writer drew at random: the six letters before the name of a font of which only some letters are
 * embedded (ISO 32000-1, 9.6.4) and the identifier of the file (14.4). Each is replaced by as many characters, so that every
 * offset in the file stands.
 */
final class RepeatablePdf {

    private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+DejaVu");
    private static final Pattern IDENTIFIER = Pattern.compile("/ID ?\\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");

    private RepeatablePdf() {}

    static byte[] of(byte[] written) {
        // one byte is one character, there and back
        String named = named(new String(written, StandardCharsets.ISO_8859_1));
        Matcher drawn = IDENTIFIER.matcher(named);
        if (!drawn.find()) {
            throw new IllegalStateException("the PDF has no identifier where its writer puts one");
        }
        StringBuilder file = new StringBuilder(named);
        String zero = "0".repeat(32);
        file.replace(drawn.start(1), drawn.end(1), zero).replace(drawn.start(2), drawn.end(2), zero);
        String made = digest(file.toString());
        file.replace(drawn.start(1), drawn.end(1), made).replace(drawn.start(2), drawn.end(2), made);
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String named(String file) {
        Map<String, String> names = new LinkedHashMap<>();
        return SUBSET.matcher(file)
                .replaceAll(found -> "/"
                        + names.computeIfAbsent(found.group(1), drawn -> "CRMKI" + (char) ('A' + names.size()))
                        + "+DejaVu");
    }

    /* the first 128 bits: what an identifier of a PDF has room for */
    private static String digest(String file) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(all, 0, 16);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

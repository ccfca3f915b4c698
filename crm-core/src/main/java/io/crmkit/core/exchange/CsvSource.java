package io.crmkit.core.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file: found, opened, its encoding and separator told.
 *
 * @param path the file
 * @param charset its encoding
 * @param guessed whether the encoding was fallen back to
 * @param separator what separates its columns
 * @param headings the cells of its first line
 */
record CsvSource(Path path, Charset charset, boolean guessed, char separator, List<String> headings) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int PEEKED = 64 * 1024;

    static CsvSource open(Path path, @Nullable Mapping mapping) {
        try {
            requireCsv(path);
            Charset given = mapping == null ? null : mapping.encoding();
            Charset told = given == null ? told(path) : given;
            Charset charset = told == null ? WINDOWS_1252 : told;
            Character fixed = mapping == null ? null : mapping.separator();
            char separator = fixed == null ? separator(path, charset) : fixed;
            return new CsvSource(path, charset, told == null, separator, List.of()).withHeadings();
        } catch (IOException | RuntimeException e) {
            throw e instanceof ImportException known ? known : unreadable(path, reason(e), e);
        }
    }

    private static ImportException unreadable(Path path, String why, @Nullable Throwable cause) {
        return new ImportException(path + " " + why, cause);
    }

    static String reason(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof FileSystemException broken && broken.getReason() != null) {
            return "cannot be read: " + broken.getReason();
        }
        return "cannot be read: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Opens the rows after the headings; the caller closes them. */
    Records rows() throws IOException {
        Records records = new Records(this);
        records.next();
        return records;
    }

    /** Opens the text, past its mark. */
    Reader text() throws IOException {
        return text(path, charset);
    }

    private static Reader text(Path path, Charset charset) throws IOException {
        Reader reader = new java.io.InputStreamReader(new BufferedInputStream(Files.newInputStream(path)), charset);
        reader = new java.io.BufferedReader(reader, PEEKED);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void requireCsv(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw unreadable(path, "is a folder, not a file", null);
        }
        byte[] start = start(path);
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9 && start[3] < 9) {
            throw unreadable(path, "is a zip archive or a workbook, not CSV: unpack it, or export it as CSV", null);
        }
        if (new String(start, StandardCharsets.ISO_8859_1).isBlank()) {
            throw unreadable(path, "is empty", null);
        }
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(PEEKED);
        }
    }

    /** Tells the encoding by its mark, or by whether the whole file is valid UTF-8; null where it is not. */
    private static @Nullable Charset told(Path path) throws IOException {
        byte[] start = start(path);
        if (start.length >= 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (start.length >= 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        for (byte one : start) {
            if (one == 0) {
                throw unreadable(path, "holds NUL bytes: it is not CSV, or UTF-16 without a mark", null);
            }
        }
        return isUtf8(path) ? StandardCharsets.UTF_8 : null;
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer ignored = CharBuffer.allocate(PEEKED);
        ByteBuffer bytes = ByteBuffer.allocate(PEEKED);
        try (InputStream stream = Files.newInputStream(path)) {
            boolean last = false;
            while (!last) {
                int read = stream.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                last = read < bytes.remaining();
                bytes.position(bytes.position() + read).flip();
                if (decoder.decode(bytes, ignored.clear(), last).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    private static char separator(Path path, Charset charset) throws IOException {
        char[] peeked = new char[PEEKED];
        int length;
        try (Reader reader = text(path, charset)) {
            length = Math.max(0, reader.read(peeked));
        }
        String firstLine =
                new String(peeked, 0, length).stripLeading().lines().findFirst().orElse("");
        String bare = firstLine.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            best = times(bare, candidate) > times(bare, best) ? candidate : best;
        }
        return best;
    }

    private static long times(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private CsvSource withHeadings() throws IOException {
        try (Records records = new Records(this)) {
            Records.Line first = records.next();
            if (first == null) {
                throw unreadable(path, "is empty", null);
            }
            if (first.broken() != null) {
                throw unreadable(path, "has no line of headings: line " + first.line() + " " + first.broken(), null);
            }
            List<String> names = first.cells().stream().map(String::strip).toList();
            return new CsvSource(path, charset, guessed, separator, names);
        }
    }
}

package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document: unique in its tenant, and without a gap within its series and year.
 *
 * @param series the series, 1 to 10 upper-case letters, such as {@code Q}
 * @param year the year it was drawn in, 1900 to 9999
 * @param sequence its place within series and year, 1, 2, 3 ...
 */
public record DocumentNumber(String series, int year, long sequence) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{1,10})-([0-9]{4})-([0-9]{5,18})");

    /**
     * Makes a number.
     *
     * @throws IllegalArgumentException if a part is not of its form
     */
    public DocumentNumber {
        requireNonNull(series, "series");
        if (!series.matches("[A-Z]{1,10}")) {
            throw new IllegalArgumentException(
                    "series must be 1 to 10 upper-case letters: '" + Text.shown(series) + "'");
        }
        if (year < 1900 || year > 9999) {
            throw new IllegalArgumentException("year must be 1900 to 9999: " + year);
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be 1 or more: " + sequence);
        }
    }

    /**
     * Reads a number from its text.
     *
     * @param text the number as {@link #toString} writes it
     * @return the number
     * @throws IllegalArgumentException if the text is not a number
     */
    public static DocumentNumber parse(String text) {
        Matcher parts = FORM.matcher(requireNonNull(text, "text"));
        if (!parts.matches()) {
            throw new IllegalArgumentException("document number must be like Q-2026-00017: '" + Text.shown(text) + "'");
        }
        return new DocumentNumber(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** Writes the number as people read it: {@code Q-2026-00017}. */
    @Override
    public String toString() {
        String digits = Long.toString(sequence);
        return series + "-" + year + "-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }
}

package io.crmkit.core.exchange;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something that stood out while reading; no row was refused for it.
 *
 * @param code what it is
 * @param file the file's name
 * @param message what stood out, in a sentence
 * @param rows how many rows it touches, 0 where it is about the file
 * @param value the value in question, or empty
 * @param suggestion what was probably meant, or null
 */
public record Finding(
        Code code,
        String file,
        String message,
        long rows,
        String value,
        @Nullable String suggestion) {

    /** What can stand out. */
    public enum Code {
        /** The catalogue that was read has no product of this name. */
        UNKNOWN_PRODUCT,
        /** The list of sellers that was read has no seller of this name; one was made. */
        UNKNOWN_SELLER,
        /** The list of companies that was read has no company of this name; one was made. */
        UNKNOWN_COMPANY,
        /** The mapping does not say what this stage means; its name was taken as a hint. */
        UNKNOWN_STAGE,
        /** An activity names an opportunity that is not known; the link was left out. */
        UNKNOWN_OPPORTUNITY,
        /** No currency is given; the one of the options was taken. */
        CURRENCY_ASSUMED,
        /** The file is not valid UTF-8; it was read as Windows-1252. */
        ENCODING_FALLBACK,
        /** A column no field is taken from. */
        UNMAPPED_COLUMN,
        /** The mapping in use names a column that the file does not have. */
        MISSING_COLUMN,
        /** No mapping knows the headings of this file; it was left alone. */
        UNRECOGNISED_FILE,
        /** The file holds so many lines that are not CSV that its end was not read. */
        CUT_SHORT,
        /** The file could not be read at all. */
        UNREADABLE_FILE,
        /** A record of this name is stored already; it was left as it is. */
        ALREADY_STORED
    }

    /** Makes a finding. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(file, "file");
        requireNonNull(message, "message");
        requireNonNull(value, "value");
    }
}

package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;

/**
 * Which document, by what is printed on it.
 *
 * @param kind what it is
 * @param number its number, 1 to 50 characters without a bar; a quote's with its revision, as {@link QuoteNumber} writes it
 */
public record DocumentLink(DocumentKind kind, String number) {

    /**
     * Makes a link.
     *
     * @throws IllegalArgumentException if the number breaks its rule
     */
    public DocumentLink {
        requireNonNull(kind, "kind");
        if (Text.required("document number", number, 50).indexOf('|') >= 0) {
            throw new IllegalArgumentException("document number must not contain a bar: '" + Text.shown(number) + "'");
        }
    }

    /**
     * Links to a quote.
     *
     * @param quote the quote
     * @return the link to this revision of it
     */
    public static DocumentLink of(Quote quote) {
        return new DocumentLink(DocumentKind.QUOTE, quote.naturalKey());
    }

    /**
     * Links to an order.
     *
     * @param order the order
     * @return the link
     */
    public static DocumentLink of(SalesOrder order) {
        return new DocumentLink(DocumentKind.SALES_ORDER, order.naturalKey());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text kind and number, a blank between them
     * @return the link
     * @throws IllegalArgumentException if the text is none
     */
    public static DocumentLink parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("document link must be a kind and a number: '" + Text.shown(text) + "'");
        }
        return new DocumentLink(DocumentKind.valueOf(text.substring(0, blank)), text.substring(blank + 1));
    }

    /** Writes kind and number: {@code INVOICE 2026/17}. */
    @Override
    public String toString() {
        return kind + " " + number;
    }
}

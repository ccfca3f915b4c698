package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document in one line, whoever keeps it.
 *
 * @param link which document
 * @param issuedAt when it was sent, ordered or issued; null for a draft
 * @param status how far it has come: the name of a {@link QuoteState}, an {@link OrderState} or a {@link DocumentStatus}
 * @param amount what it comes to before tax, of a receipt what was paid; null where that is not known, or not to be seen
 * @param subjects whom it is for
 */
public record DocumentSummary(
        DocumentLink link,
        @Nullable Instant issuedAt,
        String status,
        @Nullable Money amount,
        DocumentSubjects subjects) {

    /** Makes a summary. */
    public DocumentSummary {
        requireNonNull(link, "link");
        requireNonNull(status, "status");
        requireNonNull(subjects, "subjects");
    }

    /**
     * Sums up a quote.
     *
     * @param quote the quote
     * @return the summary
     */
    public static DocumentSummary of(Quote quote) {
        return new DocumentSummary(
                DocumentLink.of(quote),
                quote.progress().sentAt(),
                quote.state().name(),
                quote.totals().net(),
                DocumentSubjects.of(quote.parties()));
    }

    /**
     * Sums up an order.
     *
     * @param order the order
     * @return the summary
     */
    public static DocumentSummary of(SalesOrder order) {
        return new DocumentSummary(
                DocumentLink.of(order),
                order.progress().orderedAt(),
                order.progress().state().name(),
                order.totals().net(),
                DocumentSubjects.of(order.parties()));
    }

    /**
     * Returns the same for somebody who may not see amounts.
     *
     * @return a copy without its amount
     */
    public DocumentSummary withoutAmount() {
        return new DocumentSummary(link, issuedAt, status, null, subjects);
    }
}

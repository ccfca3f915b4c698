package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered of a quote.
 *
 * <p>Definition: an order is made from an accepted quote, whole or in part, and keeps the lines as they were quoted, with
 * the quantities ordered and under the quote's numbers. Delivery, invoice and payment are the host's.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param number its number
 * @param quote the quote it was made from
 * @param request the caller's word for the request it answers, unique within the quote: asked again, it is this order
 * @param parties who it is between
 * @param currency the currency of all its amounts
 * @param lines its lines, each of kind standard
 * @param allowances what is taken off the whole
 * @param progress how far it has come
 * @param custom what the host keeps besides; no part of what is offered, and free to change when the rest is not
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record SalesOrder(
        SalesOrderId id,
        Revision revision,
        DocumentNumber number,
        QuoteId quote,
        String request,
        DocumentParties parties,
        Currency currency,
        List<DocumentLine> lines,
        List<DocumentAllowance> allowances,
        OrderProgress progress,
        CustomFields custom,
        Set<String> tags)
        implements Noun<SalesOrderId>, Extensible<SalesOrder> {

    /**
     * Makes an order.
     *
     * @throws IllegalArgumentException if it has no line or an allowance does not fit the lines
     */
    public SalesOrder {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        requireNonNull(number, "number");
        requireNonNull(quote, "quote");
        Text.required("request", request, 100);
        requireNonNull(parties, "parties");
        requireNonNull(progress, "progress");
        lines = List.copyOf(lines);
        allowances = List.copyOf(allowances);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order must have at least one line");
        }
        DocumentTotals.of(requireNonNull(currency, "currency"), lines, allowances);
    }

    @Override
    public String naturalKey() {
        return number.toString();
    }

    @Override
    public SalesOrder withRevision(Revision next) {
        return new SalesOrder(
                id, next, number, quote, request, parties, currency, lines, allowances, progress, custom, tags);
    }

    @Override
    public @Nullable Instant occurredAt() {
        return progress.orderedAt();
    }

    /**
     * Adds the order up.
     *
     * @return the totals
     */
    public DocumentTotals totals() {
        return DocumentTotals.of(currency, lines, allowances);
    }

    /**
     * Calls the order off.
     *
     * @param at when
     * @param reason why, or null
     * @return the order, called off
     * @throws DocumentStateException if it is called off already
     */
    public SalesOrder cancelled(Instant at, @Nullable String reason) {
        if (progress.state() == OrderState.CANCELLED) {
            throw new DocumentStateException(
                    "order " + number, progress.state().name(), "cannot be cancelled", "it is cancelled already");
        }
        OrderProgress off = new OrderProgress(OrderState.CANCELLED, progress.orderedAt(), at, reason);
        return new SalesOrder(
                id, revision, number, quote, request, parties, currency, lines, allowances, off, custom, tags);
    }

    @Override
    public SalesOrder withCustom(CustomFields other) {
        return new SalesOrder(
                id, revision, number, quote, request, parties, currency, lines, allowances, progress, other, tags);
    }

    @Override
    public SalesOrder withTags(Set<String> other) {
        return new SalesOrder(
                id, revision, number, quote, request, parties, currency, lines, allowances, progress, custom, other);
    }
}

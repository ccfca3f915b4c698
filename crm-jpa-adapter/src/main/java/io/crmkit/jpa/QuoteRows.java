package io.crmkit.jpa;

import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteNumber;
import io.crmkit.core.document.QuoteProgress;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Quotes to rows and back. */
final class QuoteRows {

    static final Mapping<Quote, QuoteId, QuoteRow> MAPPING = new Mapping<>(
            QuoteRow.class,
            "number",
            List.of(
                    new Parts<>(QuoteLineRow.class, row -> row.lines),
                    new Parts<>(QuoteAllowanceRow.class, row -> row.allowances),
                    new Parts<>(OrderedRow.class, row -> row.ordered)),
            QuoteRow::new,
            QuoteRows::fill,
            QuoteRows::toDomain,
            QuoteId::new);

    private QuoteRows() {}

    private static void fill(Quote quote, QuoteRow row) {
        row.fill(quote.custom(), quote.tags());
        row.fill(
                quote.naturalKey(),
                quote.number().number(),
                quote.parties(),
                quote.totals().net());
        row.quoteRevision = quote.number().revision();
        fillTerms(quote, row);
        fillProgress(quote.progress(), row);
        LineColumns.fill(row.lines, quote.lines(), QuoteLineRow::new);
        AllowanceColumns.fill(row.allowances, quote.allowances(), QuoteAllowanceRow::new);
        OrderedRow.fill(row.ordered, quote.ordered());
    }

    private static void fillTerms(Quote quote, QuoteRow row) {
        row.validUntil = quote.terms().validUntil();
        row.payment = quote.terms().payment();
        row.delivery = quote.terms().delivery();
        row.note = quote.terms().note();
        row.text = quote.text();
        row.textFolded = Folded.of(row.text);
    }

    private static void fillProgress(QuoteProgress progress, QuoteRow row) {
        row.state = Codes.QUOTE_STATE.of(progress.state());
        row.sentAt = progress.sentAt();
        row.timesSent = progress.timesSent();
        row.renderedHash = progress.renderedHash();
        row.decidedAt = progress.decidedAt();
        row.reason = progress.reason();
    }

    static Quote toDomain(QuoteRow row) {
        return new Quote(
                new QuoteId(row.id),
                new Revision(row.revision),
                new QuoteNumber(row.drawn(), row.quoteRevision),
                row.parties(),
                new QuoteTerms(row.currency(), row.validUntil, row.payment, row.delivery, row.note),
                LineColumns.lines(row.lines),
                AllowanceColumns.allowances(row.allowances),
                new QuoteProgress(
                        Codes.QUOTE_STATE.constant(row.state),
                        row.sentAt,
                        row.timesSent,
                        row.renderedHash,
                        row.decidedAt,
                        row.reason),
                OrderedRow.ordered(row.ordered),
                row.custom(),
                row.tags());
    }
}

package io.crmkit.core.service;

import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.value.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The revisions of quotes, as far as they can be seen. */
record QuoteRevisions(Call call) {

    private static final Comparator<Quote> BY_REVISION =
            Comparator.comparingInt(quote -> quote.number().revision());

    List<Quote> of(DocumentNumber number) {
        return call
                .stores()
                .quotes()
                .select(
                        call.tenant(),
                        QuoteFields.NUMBER.is(number.toString()).or(QuoteFields.NUMBER.startsWith(number + "/")),
                        PageRequest.first(PageRequest.LARGEST))
                .items()
                .stream()
                .sorted(BY_REVISION)
                .toList();
    }

    /** The next revision of a quote: one that follows those called off since, and no other. */
    Quote draft(Quote stored, QuoteId id) {
        List<Quote> later = of(stored.number().number()).stream()
                .filter(quote -> quote.number().revision() > stored.number().revision())
                .toList();
        if (later.stream().anyMatch(quote -> quote.state() != QuoteState.CANCELLED)) {
            throw new DocumentStateException(
                    "quote " + stored.number(), stored.state().name(), "cannot be revised", "its next revision exists");
        }
        return stored.revised(id, later.size());
    }

    /** The revision the customer had before, sent last. */
    Optional<Quote> before(Quote quote) {
        return quote.number().revision() == 1 ? Optional.empty() : sent(quote).max(BY_REVISION);
    }

    private Stream<Quote> sent(Quote quote) {
        return of(quote.number().number()).stream()
                .filter(other -> other.number().revision() < quote.number().revision())
                .filter(other -> other.progress().sentAt() != null);
    }
}

package io.crmkit.core.service;

import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteNotSentException;
import io.crmkit.core.document.QuoteNotSentException.Step;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.port.Mail;
import io.crmkit.core.port.Mailer;
import io.crmkit.core.port.QuoteRenderer;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.port.Store;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way of a quote to the customer: rendered, stored as sent, and mailed last. */
final class QuoteSending {

    /*
     * A mail takes part in no transaction, so that either the mail or the commit comes last and may fail alone. Mailed
     * after the commit, a quote would say it was sent while the mail server is down; that lie is silent. Mailed as the last
     * act before it, the quote can only be a draft whose mail has gone, and only where the commit itself fails: the caller
     * gets that failure, and the next attempt has the same Message-ID. The revision check and the flush come before the
     * mail, so that of two who press the button one is refused before anything was mailed. The journal's counter is taken
     * after it, so that a slow mail server makes no other writer of the tenant wait.
     */

    private final Call call;
    private final Quotes quotes;

    QuoteSending(Call call, Quotes quotes) {
        this.call = call;
        this.quotes = quotes;
    }

    Quote send(Quote draft, SendQuote wish) {
        Mailer mailer = call.outward().requiredMailer();
        Instant at = call.clock().instant();
        before(draft);
        RenderedFile file = rendered(draft.sent(at, today(), null).asSent(), wish.locale());
        return stored(
                draft,
                current -> current.sent(at, today(), file.sha256()),
                () -> hand(mailer, draft, mail(draft, 1, wish, file)));
    }

    Quote sendAgain(Quote sent, SendQuote wish) {
        Mailer mailer = call.outward().requiredMailer();
        Quote again = sent.sentAgain(today());
        RenderedFile file = rendered(sent.asSent(), wish.locale());
        if (!file.sha256().equals(sent.progress().renderedHash())) {
            throw new QuoteNotSentException(
                    sent.number(),
                    Step.COMPARING,
                    "its SHA-256 is %s and was %s; make a new revision"
                            .formatted(file.sha256(), sent.progress().renderedHash()),
                    null);
        }
        Mail mail = mail(sent, again.progress().timesSent(), wish, file);
        return stored(sent, current -> current.sentAgain(today()), () -> hand(mailer, sent, mail));
    }

    /** Stores a quote as sent, supersedes the revision before, and delivers last. */
    Quote stored(Quote seen, UnaryOperator<Quote> sending, Runnable delivery) {
        return Recording.write(call.stores(), call.actor(), call.clock(), recording -> {
            Quote current = quotes.current(seen.id(), seen.revision());
            Optional<Quote> before = before(current);
            Quote sent = recording.save(call.stores().quotes(), current, sending.apply(current));
            before.filter(quote -> quote.state().next().contains(QuoteState.SUPERSEDED))
                    .ifPresent(quote -> recording.save(
                            call.stores().quotes(),
                            quote,
                            quote.ended(QuoteState.SUPERSEDED, call.clock().instant(), null)));
            delivery.run();
            return sent;
        });
    }

    /* what was accepted is agreed upon: nothing else may be offered in its place */
    private Optional<Quote> before(Quote quote) {
        Optional<Quote> before = new QuoteRevisions(call).before(quote);
        if (before.filter(other -> other.state() == QuoteState.ACCEPTED).isPresent()) {
            throw new DocumentStateException(
                    "quote " + quote.number(),
                    quote.state().name(),
                    "cannot be sent",
                    "revision " + before.get().number().revision() + " was accepted");
        }
        return before;
    }

    private RenderedFile rendered(Quote quote, Locale locale) {
        QuoteRenderer renderer = call.outward().requiredRenderer();
        QuoteSheet sheet = sheet(quote, locale);
        try {
            return renderer.render(sheet);
        } catch (RuntimeException failed) {
            throw new QuoteNotSentException(quote.number(), Step.RENDERING, said(failed), failed);
        }
    }

    private QuoteSheet sheet(Quote quote, Locale locale) {
        return new QuoteSheet(
                quote,
                known(call.stores().sellers(), quote.parties().seller()),
                optional(call.stores().companies(), quote.parties().company()),
                optional(call.stores().people(), quote.parties().contact()),
                locale);
    }

    private <N extends Noun<I>, I extends Identifier> N known(Store<N, I> store, I id) {
        return store.find(call.tenant(), id).orElseThrow(() -> new NotFoundException(id));
    }

    private <N extends Noun<I>, I extends Identifier> @Nullable N optional(Store<N, I> store, @Nullable I id) {
        return id == null ? null : known(store, id);
    }

    private static Mail mail(Quote quote, int time, SendQuote wish, RenderedFile file) {
        return new Mail(
                "quote-" + quote.id() + "-" + time,
                wish.to(),
                wish.copies(),
                wish.subject(),
                wish.text(),
                MailPage.of(wish.text(), wish.locale()),
                List.of(file));
    }

    private static void hand(Mailer mailer, Quote quote, Mail mail) {
        try {
            mailer.send(mail);
        } catch (RuntimeException failed) {
            throw new QuoteNotSentException(quote.number(), Step.MAILING, said(failed), failed);
        }
    }

    private static String said(RuntimeException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    private LocalDate today() {
        return LocalDate.now(call.clock());
    }
}

package io.crmkit.core.service;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.ConvertedSum;
import io.crmkit.core.value.DatedMoney;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quotes, each revision by itself; what was sent is never changed. */
public final class Quotes extends ExtensibleRecords<Quote, QuoteId> {

    private static final String SERIES = "Q";

    private final SaleConsequences consequences;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Quotes(Call call) {
        this(call, call.outward().sales());
    }

    /**
     * Serves one call by a policy of its own.
     *
     * @param call the call
     * @param sales what else happens when a customer accepts
     */
    public Quotes(Call call, SalePolicy sales) {
        super(call, call.stores().quotes());
        this.consequences = new SaleConsequences(call, sales);
    }

    /**
     * Starts a quote, as a draft under the next number of this year.
     *
     * @param command what is offered
     * @return the draft as stored
     * @throws InvalidCommandException if a field breaks its rule, an allowance does not fit the lines, or the total is beyond
     *     what money can state
     * @throws NotFoundException if the company, the contact, the opportunity or a product does not exist
     */
    public Quote draft(DraftQuote command) {
        DraftQuote wish = checked(command);
        mentions(wish.parties(), wish.documentLines()).require(call());
        return drafted(wish);
    }

    private static Mentions mentions(DocumentParties parties, List<DocumentLine> lines) {
        Mentions mentions = new Mentions().add(parties);
        lines.forEach(line -> mentions.add(line.product()));
        return mentions;
    }

    private Quote drafted(DraftQuote wish) {
        QuoteId id = new QuoteId(call().ids().next());
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            DocumentNumber number = call().stores().numbering().next(call().tenant(), SERIES, today().getYear());
            Quote empty = Quote.draft(id, number, wish.parties(), wish.terms());
            return recording.save(call().stores().quotes(), null, rewritten(empty, wish));
        });
    }

    /**
     * Starts a quote of what is negotiated in an opportunity: a draft with the opportunity's lines, for the company and
     * person it is sold to. Lines charged once are offered in pieces, those charged every month in months: the quantity of
     * one month as many times as months are offered.
     *
     * @param command which opportunity, under which terms
     * @return the draft as stored
     * @throws InvalidCommandException if a field breaks its rule, or the opportunity lacks what a quote needs: all at once
     * @throws NotFoundException if the opportunity does not exist
     */
    public Quote draftFrom(QuoteOpportunity command) {
        QuoteOpportunity wish = call().commands().check(command);
        Opportunity opportunity = call().stores()
                .opportunities()
                .find(call().tenant(), wish.opportunity())
                .orElseThrow(() -> new NotFoundException(wish.opportunity()));
        return drafted(checked(new OpportunityOffer(call(), opportunity, wish).draft()));
    }

    /**
     * Rewrites a draft.
     *
     * @param id the draft
     * @param command what is offered now
     * @param from the revision of the record that the caller has seen
     * @return the draft as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the quote, or a company, person, opportunity or product new to it, does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it is no draft any more
     */
    public Quote rewrite(QuoteId id, DraftQuote command, Revision from) {
        DraftQuote wish = checked(command);
        Quote stored = current(id, from);
        mentions(wish.parties(), wish.documentLines())
                .except(mentions(stored.parties(), stored.lines()))
                .require(call());
        return changed(stored, rewritten(stored, wish));
    }

    /**
     * Starts the next revision of a quote, as a draft with the same contents. Where a draft was called off since, its number
     * stays used, and the next one is taken.
     *
     * @param id the revision it is made from, the last one that was sent
     * @return the draft as stored
     * @throws NotFoundException if the quote does not exist
     * @throws DocumentStateException if it is a draft or final, or has a next revision that was not called off
     */
    public Quote revise(QuoteId id) {
        QuoteId next = new QuoteId(call().ids().next());
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Quote stored = required(id);
            // saved as it is, which locks it: whoever revises it at the same time waits, and then finds the draft
            recording.save(call().stores().quotes(), stored, stored);
            Quote draft = new QuoteRevisions(call()).draft(stored, next);
            return recording.save(call().stores().quotes(), null, draft);
        });
    }

    /**
     * Notes that a draft was sent by the seller's own means; the revision the customer had before is superseded.
     *
     * @param id the draft
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws NotFoundException if the quote does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it cannot be sent, as after the customer has accepted an earlier revision
     */
    public Quote markSent(QuoteId id, Revision from) {
        Quote draft = current(id, from);
        return sending().stored(draft, current -> current.sent(now(), today(), null), () -> {});
    }

    /**
     * Sends a draft: makes its file, keeps the file's hash, supersedes the revision before, and mails it with the file.
     *
     * <p>All of it or nothing: what cannot be sent is refused before the file is made; the quote is stored as sent, so that
     * whoever sends it at the same time is refused; the mail is handed over last. Where the file cannot be made, or the mail
     * server fails or does not answer, the quote is what it was, and the exception says so.
     *
     * <p>What this cannot promise: a mail takes part in no transaction. Where the host's transaction is not committed after
     * this has answered, the customer has a quote that is a draft here; send it again then, and the mail has the same
     * {@code Message-ID}. Let sending be the last that a transaction does, {@code CrmSession.together} included. The quote
     * stays locked while the mail server is spoken to; the tenant's journal does not.
     *
     * @param id the draft
     * @param command to whom, with which words
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the quote, its seller, its company or its contact does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it cannot be sent, as after the customer has accepted an earlier revision
     * @throws io.crmkit.core.document.QuoteNotSentException if the file could not be made or the mail not be handed over
     * @throws IllegalStateException if the host gave no renderer or no mailer
     */
    public Quote send(QuoteId id, SendQuote command, Revision from) {
        SendQuote wish = call().commands().check(command);
        return sending().send(current(id, from), wish);
    }

    /**
     * Mails a quote once more that the customer has already, with the file that was sent then.
     *
     * <p>The file is made anew and must have the hash that was kept: where it has not, because a name or the template has
     * changed since, nothing is mailed. What is said of {@link #send} holds; the revision is another afterwards, so that a
     * button pressed twice sends once.
     *
     * @param id the quote
     * @param command to whom, with which words
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the quote, its seller, its company or its contact does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it is not with the customer, has expired, or was sent without a file
     * @throws io.crmkit.core.document.QuoteNotSentException if the file could not be made, is another than the one that was
     *     sent, or the mail could not be handed over
     * @throws IllegalStateException if the host gave no renderer or no mailer
     */
    public Quote sendAgain(QuoteId id, SendQuote command, Revision from) {
        SendQuote wish = call().commands().check(command);
        return sending().sendAgain(current(id, from), wish);
    }

    private QuoteSending sending() {
        return new QuoteSending(call(), this);
    }

    /**
     * Notes that the customer has said yes; what the policy of sales says else happens with it, or neither does.
     *
     * @param id the quote
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws NotFoundException if the quote does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it is not with the customer, or has expired
     * @throws io.crmkit.core.pipeline.StageMoveException if the opportunity is to be won and its gate keeps it out
     */
    public Quote accept(QuoteId id, Revision from) {
        Quote stored = current(id, from);
        Quote accepted = stored.accepted(now(), today());
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Quote saved = recording.save(call().stores().quotes(), stored, accepted);
            consequences.follow(recording, saved.parties());
            return saved;
        });
    }

    /**
     * Notes that the customer has said no.
     *
     * @param id the quote
     * @param reason why, 1 to 1,000 characters, or null
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws InvalidCommandException if the reason breaks its rule
     * @throws NotFoundException if the quote does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it is not with the customer
     */
    public Quote decline(QuoteId id, @Nullable String reason, Revision from) {
        return end(id, QuoteState.DECLINED, reason, from);
    }

    /**
     * Calls a quote off.
     *
     * @param id the quote
     * @param reason why, 1 to 1,000 characters, or null
     * @param from the revision of the record that the caller has seen
     * @return the quote as stored
     * @throws InvalidCommandException if the reason breaks its rule
     * @throws NotFoundException if the quote does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws DocumentStateException if it is neither a draft nor with the customer
     */
    public Quote cancel(QuoteId id, @Nullable String reason, Revision from) {
        return end(id, QuoteState.CANCELLED, reason, from);
    }

    private Quote end(QuoteId id, QuoteState end, @Nullable String reason, Revision from) {
        EndDocument wish = call().commands().check(new EndDocument(reason));
        Quote stored = current(id, from);
        return changed(stored, stored.ended(end, now(), wish.reason()));
    }

    /**
     * Lists all revisions of a quote.
     *
     * @param number the quote's number
     * @return its revisions, the first one first; empty where there is none
     */
    public List<Quote> revisions(DocumentNumber number) {
        return new QuoteRevisions(call()).of(number);
    }

    /**
     * Adds quotes up in one currency, before tax.
     *
     * <p>The document's day is the day it was sent, of a draft today; the day it closes is its last day. Revisions are quotes
     * of their own: leave out those that were superseded. Where all are converted by one rate, none is read: they are added
     * up where they are stored.
     *
     * @param criterion which quotes
     * @param policy by which rates
     * @return the sum, 0 of the target where there is none, with the rates used
     * @throws io.crmkit.core.value.MissingRateException if a rate is needed that is not known
     * @throws IllegalStateException if a rate is needed and the host gave no source of rates
     */
    public ConvertedSum sum(Criterion<Quote> criterion, RatePolicy policy) {
        return call().sum(
                        policy,
                        policy.isDated()
                                ? dated(criterion)
                                : sums(criterion).stream()
                                        .map(sum -> new DatedMoney(sum.net(), null, null))
                                        .toList());
    }

    private List<DatedMoney> dated(Criterion<Quote> criterion) {
        List<DatedMoney> amounts = new ArrayList<>();
        Dossier.each(
                call().stores().quotes(),
                call().tenant(),
                criterion,
                quote -> amounts.add(new DatedMoney(
                        quote.totals().net(),
                        day(quote.progress().sentAt()),
                        quote.terms().validUntil())));
        return amounts;
    }

    /**
     * Adds up quotes where they are stored, without reading any.
     *
     * @param meant which revisions of quotes
     * @return one sum for each seller, state and currency that occurs, in no particular order; none where none is meant
     */
    public List<Facts.DocumentSum<QuoteState>> sums(Criterion<Quote> meant) {
        return call().stores().facts().quotes(call().tenant(), meant);
    }

    /**
     * Tells two quotes apart, field by field.
     *
     * @param one a quote
     * @param other another, as a rule another revision of the same
     * @return the fields that differ, {@code before} being the first quote's
     * @throws NotFoundException if either does not exist
     */
    public List<FieldChange> difference(QuoteId one, QuoteId other) {
        return FieldChange.between(required(one), required(other));
    }

    /* before any unit of work, within which a refusal would be the end of the host's transaction */
    private DraftQuote checked(DraftQuote command) {
        return new QuoteRules(call().commands(), today()).checked(command);
    }

    private static Quote rewritten(Quote quote, DraftQuote wish) {
        return quote.rewritten(wish.parties(), wish.terms(), wish.documentLines(), wish.allowances());
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, call().clock().getZone());
    }

    private Instant now() {
        return call().clock().instant();
    }

    private LocalDate today() {
        return LocalDate.now(call().clock());
    }
}

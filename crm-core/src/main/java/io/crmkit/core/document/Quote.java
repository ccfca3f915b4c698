package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a quote: what is offered, to whom, at what price and until when.
 *
 * <p>Definition: a draft may change; from the moment it is sent its number, parties, terms, lines and allowances never
 * do, only how far it has come and what was ordered of it. Who wants to offer something else makes the next revision,
 * which supersedes this one when it is sent.
 *
 * @param id the identity of this revision
 * @param revision the revision this record was read at, which is another thing than the quote's
 * @param number which quote, and which revision of it
 * @param parties who it is between
 * @param terms what it holds under
 * @param lines its lines, at most 1,000 with 200,000 characters of text, no number twice
 * @param allowances what is taken off the whole, at most 100
 * @param progress how far it has come
 * @param ordered what was ordered of it, per order and line; never more of a line than it has
 * @param custom what the host keeps besides; no part of what is offered, and free to change when the rest is not
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Quote(
        QuoteId id,
        Revision revision,
        QuoteNumber number,
        DocumentParties parties,
        QuoteTerms terms,
        List<DocumentLine> lines,
        List<DocumentAllowance> allowances,
        QuoteProgress progress,
        List<OrderedQuantity> ordered,
        CustomFields custom,
        Set<String> tags)
        implements Noun<QuoteId>, Extensible<Quote> {

    /** How many characters the descriptions of all lines have together at most. */
    public static final int LONGEST_TEXT = 200_000;

    private static final int MOST_LINES = 1_000;
    private static final int MOST_ALLOWANCES = 100;

    /**
     * Makes a quote.
     *
     * @throws IllegalArgumentException if there are too many lines or allowances, two lines share a number, an allowance
     *     does not fit the lines, more of a line is ordered than it has, or a total is beyond what money can state
     */
    public Quote {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        requireNonNull(number, "number");
        requireNonNull(parties, "parties");
        requireNonNull(progress, "progress");
        lines = atMost("lines", lines, MOST_LINES);
        allowances = atMost("allowances", allowances, MOST_ALLOWANCES);
        ordered = List.copyOf(ordered);
        requireDistinct(lines);
        requireShort(lines);
        DocumentTotals.of(requireNonNull(terms, "terms").currency(), lines, allowances);
        Remaining.requireConserved(lines, ordered);
    }

    private static <T> List<T> atMost(String field, List<T> items, int most) {
        if (requireNonNull(items, field).size() > most) {
            throw new IllegalArgumentException("%s must be at most %,d, not %,d".formatted(field, most, items.size()));
        }
        return List.copyOf(items);
    }

    private static void requireShort(List<DocumentLine> lines) {
        int length =
                lines.stream().mapToInt(line -> line.description().length()).sum();
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "descriptions must be at most %,d characters together, not %,d".formatted(LONGEST_TEXT, length));
        }
    }

    private static void requireDistinct(List<DocumentLine> lines) {
        Set<Integer> seen = new HashSet<>();
        for (DocumentLine line : lines) {
            if (!seen.add(line.number())) {
                throw new IllegalArgumentException("line numbers must differ: " + line.number() + " stands twice");
            }
        }
    }

    /**
     * Starts a quote.
     *
     * @param id the identity
     * @param number its number
     * @param parties who it is between
     * @param terms what it holds under
     * @return a draft without lines
     */
    public static Quote draft(QuoteId id, DocumentNumber number, DocumentParties parties, QuoteTerms terms) {
        QuoteNumber first = new QuoteNumber(number, 1);
        return new Quote(
                id,
                Revision.NONE,
                first,
                parties,
                terms,
                List.of(),
                List.of(),
                QuoteProgress.DRAFT,
                List.of(),
                CustomFields.NONE,
                Set.of());
    }

    @Override
    public String naturalKey() {
        return number.toString();
    }

    @Override
    public Quote withRevision(Revision next) {
        return new Quote(id, next, number, parties, terms, lines, allowances, progress, ordered, custom, tags);
    }

    /** A quote took place when it was sent. */
    @Override
    public @Nullable Instant occurredAt() {
        return progress.sentAt();
    }

    /**
     * Returns what has become of it.
     *
     * @return the state, as recorded
     */
    public QuoteState state() {
        return progress.state();
    }

    /**
     * Returns all that is said in it, to search in.
     *
     * @return the descriptions of its lines and the texts of its terms, on one line; null where nothing is said
     */
    public @Nullable String text() {
        String text = Stream.concat(
                        lines.stream().map(DocumentLine::description),
                        Stream.of(terms.payment(), terms.delivery(), terms.note()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .replace('\n', ' ')
                .replace('\t', ' ');
        return text.isEmpty() ? null : text;
    }

    /**
     * Adds the quote up.
     *
     * @return the totals; optional and alternative lines count in none
     */
    public DocumentTotals totals() {
        return DocumentTotals.of(terms.currency(), lines, allowances);
    }

    /**
     * Says whether its last day has passed without an answer.
     *
     * @param today the day
     * @return true where it was found expired, or is with the customer and the day is after its last
     */
    public boolean expired(LocalDate today) {
        return state() == QuoteState.EXPIRED || (state() == QuoteState.SENT && today.isAfter(terms.validUntil()));
    }

    /**
     * Says how much of each line is not ordered yet.
     *
     * @param line the number of the line
     * @return the quantity, 0 or more
     * @throws IllegalArgumentException if the quote has no such line
     */
    public BigDecimal remaining(int line) {
        return Remaining.of(this, line);
    }

    /**
     * Rewrites a draft.
     *
     * @param to who it is between
     * @param under what it holds under
     * @param offered its lines
     * @param off what is taken off the whole
     * @return the draft rewritten
     * @throws DocumentStateException if it is no draft
     */
    public Quote rewritten(
            DocumentParties to, QuoteTerms under, List<DocumentLine> offered, List<DocumentAllowance> off) {
        if (state() != QuoteState.DRAFT) {
            throw refusal("cannot be rewritten", "it is " + state() + "; make a new revision");
        }
        return new Quote(id, revision, number, to, under, offered, off, progress, ordered, custom, tags);
    }

    /**
     * Starts the next revision of this quote, as a draft with the same parties, terms, lines and allowances.
     *
     * @param next the identity of the next revision
     * @param calledOff how many drafts were made from this one and called off, 0 or more; their numbers stay used
     * @return the draft; this revision stays what it is until the draft is sent
     * @throws DocumentStateException if this one is a draft, or final
     * @throws IllegalArgumentException if fewer than no drafts were called off
     */
    public Quote revised(QuoteId next, int calledOff) {
        if (calledOff < 0) {
            throw new IllegalArgumentException("calledOff must be 0 or more: " + calledOff);
        }
        if (!state().next().contains(QuoteState.SUPERSEDED)) {
            throw refusal("cannot be revised", "it is " + state());
        }
        return new Quote(
                next,
                Revision.NONE,
                new QuoteNumber(number.number(), number.revision() + 1 + calledOff),
                parties,
                terms,
                lines,
                allowances,
                QuoteProgress.DRAFT,
                List.of(),
                custom,
                tags);
    }

    /**
     * Sends a draft.
     *
     * @param at when
     * @param on the day it is sent on, in the seller's zone
     * @param renderedHash the SHA-256 of the file sent, or null where none was made
     * @return the quote, in the customer's hands
     * @throws DocumentStateException if it is no draft, offers nothing, or would hold until a day that has passed
     */
    public Quote sent(Instant at, LocalDate on, @Nullable String renderedHash) {
        requireNext(QuoteState.SENT, "cannot be sent");
        if (lines.stream().noneMatch(line -> line.kind() == LineKind.STANDARD)) {
            throw refusal("cannot be sent", "it has no line that counts");
        }
        if (on.isAfter(terms.validUntil())) {
            throw refusal("cannot be sent", "it is valid until " + terms.validUntil() + ", and today is " + on);
        }
        return at(progress.sent(at, renderedHash));
    }

    /**
     * Notes that a quote was sent once more.
     *
     * @param on the day it is sent on, in the seller's zone
     * @return the quote, sent one time more
     * @throws DocumentStateException if it is not with the customer, its last day has passed, or no file was kept the hash
     *     of
     */
    public Quote sentAgain(LocalDate on) {
        if (state() != QuoteState.SENT || expired(on)) {
            throw refusal(
                    "cannot be sent again", expired(on) ? "it expired on " + terms.validUntil() : "it is " + state());
        }
        if (progress.renderedHash() == null) {
            throw refusal("cannot be sent again", "no file was made when it was sent");
        }
        return at(progress.sentAgain());
    }

    /**
     * Returns the quote as the customer was given it, whatever has become of it since.
     *
     * @return the quote as it was when it was sent, with nothing decided and nothing ordered, at no revision, and without
     *     custom fields and tags, which may have changed since
     * @throws DocumentStateException if it was not sent
     */
    public Quote asSent() {
        Instant sentAt = progress.sentAt();
        if (sentAt == null) {
            throw refusal("has not been given to the customer", "it is " + state());
        }
        QuoteProgress then = QuoteProgress.DRAFT.sent(sentAt, null);
        return new Quote(
                id,
                Revision.NONE,
                number,
                parties,
                terms,
                lines,
                allowances,
                then,
                List.of(),
                CustomFields.NONE,
                Set.of());
    }

    /**
     * Accepts a quote.
     *
     * @param at when
     * @param on the day it is accepted on, in the seller's zone
     * @return the quote, accepted
     * @throws DocumentStateException if it is not with the customer, or its last day has passed
     */
    public Quote accepted(Instant at, LocalDate on) {
        if (expired(on)) {
            throw refusal("cannot be accepted", "it expired on " + terms.validUntil());
        }
        return decided(QuoteState.ACCEPTED, at, null, "cannot be accepted");
    }

    /**
     * Declines a quote, finds it expired, supersedes it or calls it off.
     *
     * @param end the state it ends in
     * @param at when
     * @param reason why, or null
     * @return the quote, ended
     * @throws DocumentStateException if it cannot come to that from the state it is in
     * @throws IllegalArgumentException if the end is none of those
     */
    public Quote ended(QuoteState end, Instant at, @Nullable String reason) {
        if (!QuoteState.SENT.next().contains(end) || end == QuoteState.ACCEPTED) {
            throw new IllegalArgumentException("end must be DECLINED, EXPIRED, SUPERSEDED or CANCELLED: " + end);
        }
        return decided(end, at, reason, "cannot become " + end);
    }

    private Quote decided(QuoteState next, Instant at, @Nullable String reason, String refused) {
        requireNext(next, refused);
        return at(progress.decided(next, at, reason));
    }

    private void requireNext(QuoteState next, String refused) {
        if (!state().next().contains(next)) {
            throw refusal(refused, "it is " + state());
        }
    }

    DocumentStateException refusal(String refused, String rule) {
        return new DocumentStateException("quote " + number, state().name(), refused, rule);
    }

    private Quote at(QuoteProgress next) {
        return new Quote(id, revision, number, parties, terms, lines, allowances, next, ordered, custom, tags);
    }

    /** The same quote with more ordered of it. */
    Quote withOrdered(List<OrderedQuantity> all) {
        return new Quote(id, revision, number, parties, terms, lines, allowances, progress, all, custom, tags);
    }

    @Override
    public Quote withCustom(CustomFields other) {
        return new Quote(id, revision, number, parties, terms, lines, allowances, progress, ordered, other, tags);
    }

    @Override
    public Quote withTags(Set<String> other) {
        return new Quote(id, revision, number, parties, terms, lines, allowances, progress, ordered, custom, other);
    }
}

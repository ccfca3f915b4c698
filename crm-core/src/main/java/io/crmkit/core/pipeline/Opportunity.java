package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation that may become a contract.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param label what people call it
 * @param parties who negotiates
 * @param standing where it stands
 * @param dates its days
 * @param amount what it is worth, once; or null where not known
 * @param recurring what it is worth every month besides, or null
 * @param lines what is negotiated, at most 200, all in one currency; the amounts are what the seller says all the same, until
 *     they are {@linkplain #worthItsLines() taken from the lines}
 * @param outlook what the seller says of its prospects, and does next
 * @param ending why it was won or lost
 * @param corrections when stages were entered that were left since, where that was recorded wrongly; at most 100, by
 *     ascending revision of the move, each corrected once
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Opportunity(
        OpportunityId id,
        Revision revision,
        OpportunityLabel label,
        OpportunityParties parties,
        Standing standing,
        OpportunityDates dates,
        @Nullable Money amount,
        @Nullable Money recurring,
        List<OpportunityLine> lines,
        Outlook outlook,
        Ending ending,
        List<MoveCorrection> corrections,
        CustomFields custom,
        Set<String> tags)
        implements Noun<OpportunityId>, Extensible<Opportunity> {

    /** How many lines an opportunity may have. */
    public static final int MOST_LINES = 200;

    private static final int MOST_CORRECTIONS = 100;

    /**
     * Makes an opportunity.
     *
     * @throws IllegalArgumentException if an open opportunity has a closing day, the amounts are of two currencies, or there
     *     are too many lines or more of them than money can state
     * @throws io.crmkit.core.value.CurrencyMismatchException if the lines are of two currencies
     */
    public Opportunity {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(label, "label");
        requireNonNull(parties, "parties");
        requireNonNull(standing, "standing");
        requireNonNull(dates, "dates");
        requireNonNull(outlook, "outlook");
        requireNonNull(ending, "ending");
        requireNonNull(custom, "custom");
        if (amount != null && recurring != null && !amount.currency().equals(recurring.currency())) {
            throw new IllegalArgumentException(
                    "recurring must be in the currency of amount: " + recurring + ", " + amount);
        }
        tags = Text.tags("tags", tags);
        lines = List.copyOf(requireNonNull(lines, "lines"));
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("lines must be at most %d, not %d".formatted(MOST_LINES, lines.size()));
        }
        LineTotals.of(lines);
        corrections = requireNonNull(corrections, "corrections").stream()
                .sorted(Comparator.comparingLong(each -> each.move().number()))
                .toList();
        if (corrections.size() > MOST_CORRECTIONS
                || corrections.stream().map(MoveCorrection::move).distinct().count() < corrections.size()) {
            throw new IllegalArgumentException(
                    "corrections must be at most %d, one of each move: %s".formatted(MOST_CORRECTIONS, corrections));
        }
        if (standing.outcome() == Outcome.OPEN && dates.closedOn() != null) {
            throw new IllegalArgumentException(
                    "closedOn must be empty while the opportunity is open: " + dates.closedOn());
        }
    }

    /**
     * Makes an opportunity without custom fields and tags.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param label what people call it
     * @param parties who negotiates
     * @param standing where it stands
     * @param dates its days
     * @param amount what it is worth, or null where not known
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Opportunity(
            OpportunityId id,
            Revision revision,
            OpportunityLabel label,
            OpportunityParties parties,
            Standing standing,
            OpportunityDates dates,
            @Nullable Money amount) {
        this(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                null,
                List.of(),
                Outlook.BY_STAGE,
                Ending.UNSAID,
                List.of(),
                CustomFields.NONE,
                Set.of());
    }

    @Override
    public @Nullable String naturalKey() {
        return label.reference();
    }

    @Override
    public Opportunity withRevision(Revision next) {
        return new Opportunity(
                id,
                next,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity worth something else.
     *
     * @param once what it is worth, or null
     * @param monthly what it is worth every month besides, or null
     * @return a copy that differs in its amounts only
     */
    public Opportunity worth(@Nullable Money once, @Nullable Money monthly) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                once,
                monthly,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity about other things.
     *
     * @param others what is negotiated
     * @return a copy that differs in its lines only; its amounts stay what they are
     * @throws IllegalArgumentException if there are too many, or more of them than money can state
     * @throws io.crmkit.core.value.CurrencyMismatchException if they are of two currencies
     */
    public Opportunity withLines(List<OpportunityLine> others) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                others,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Adds up what is negotiated.
     *
     * @return what the lines come to, or empty where there is none
     */
    public Optional<LineTotals> lineTotals() {
        return LineTotals.of(lines);
    }

    /**
     * Tells whether the amounts are other than what the lines come to. An amount that is not known is another one.
     *
     * @return whether they differ; false where there is no line
     */
    public boolean differsFromLines() {
        return lineTotals().isPresent() && !worthItsLines().equals(this);
    }

    /**
     * Returns the same opportunity worth what its lines come to.
     *
     * @return a copy that differs in its amounts only
     * @throws IllegalArgumentException if it has no lines
     */
    public Opportunity worthItsLines() {
        LineTotals totals = lineTotals()
                .orElseThrow(() -> new IllegalArgumentException(
                        "opportunity '%s' must have lines to be worth what they come to".formatted(label.name())));
        return worth(totals.once(), totals.monthly());
    }

    /**
     * Returns the same opportunity under another label, between others, or expected on another day.
     *
     * @param called what people call it
     * @param between who negotiates
     * @param expectedClose the day a decision is expected, or null
     * @return a copy that differs in these only
     */
    public Opportunity described(
            OpportunityLabel called, OpportunityParties between, @Nullable LocalDate expectedClose) {
        OpportunityDates days = new OpportunityDates(dates.openedOn(), expectedClose, dates.closedOn());
        return new Opportunity(
                id,
                revision,
                called,
                between,
                standing,
                days,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity in another light.
     *
     * @param other what the seller says of its prospects
     * @return a copy that differs in its outlook only
     */
    public Opportunity withOutlook(Outlook other) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                lines,
                other,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity, with another reason for its end.
     *
     * @param other why it was won or lost
     * @return a copy that differs in its ending only
     */
    public Opportunity withEnding(Ending other) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                lines,
                outlook,
                other,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity with others.
     *
     * @param other who sells it to whom
     * @return a copy that differs in its parties only
     */
    public Opportunity withParties(OpportunityParties other) {
        return new Opportunity(
                id,
                revision,
                label,
                other,
                standing,
                dates,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    @Override
    public Opportunity withCustom(CustomFields other) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                other,
                tags);
    }

    @Override
    public Opportunity withTags(Set<String> other) {
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing,
                dates,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                other);
    }

    /**
     * Returns this opportunity in another stage.
     *
     * <p>What the seller said of its probability and forecast category by hand was said of the stage left, and ends with
     * it; in an open stage the reason for an end is dropped.
     *
     * @param to the stage moved to
     * @param through the pipeline it moves through
     * @param on the day of the move
     * @return the opportunity, closed that day in a won or lost stage, open in an open one
     * @throws StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity movedTo(Stage to, Pipeline through, LocalDate on) {
        return movedTo(to, through, on, false);
    }

    /**
     * Returns this opportunity in another stage, as {@link #movedTo(Stage, Pipeline, LocalDate)} does.
     *
     * @param to the stage moved to
     * @param through the pipeline it moves through
     * @param on the day of the move
     * @param approved whether somebody other than the seller in charge has approved
     * @return the opportunity, closed that day in a won or lost stage, open in an open one
     * @throws StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity movedTo(Stage to, Pipeline through, LocalDate on, boolean approved) {
        if (to.id().equals(standing.stage())) {
            return this;
        }
        Pipeline judged = through.definition(standing.version());
        GateCheck.move(this, judged, to, approved);
        return standing(standing.movedTo(to, judged), on);
    }

    /**
     * Returns this opportunity in another pipeline, or in another version of its own.
     *
     * <p>What the seller said by hand ends as with a move; what is asked of fields and approval is asked all the same.
     *
     * @param place where it is to stand there
     * @param into the pipeline
     * @param on the day of the move
     * @param approved whether somebody other than the seller in charge has approved
     * @return the opportunity, closed that day in a won or lost stage unless it was closed before
     * @throws StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity relocatedTo(Standing place, Pipeline into, LocalDate on, boolean approved) {
        boolean closedBefore = dates.closedOn() != null && place.outcome() == standing.outcome();
        return into.relocated(standing(place, closedBefore ? requireNonNull(dates.closedOn()) : on), approved);
    }

    /**
     * Returns the same opportunity, known to have entered its stage at another instant; if it is closed, on that day.
     *
     * @param at when it entered the stage
     * @param on the day that was
     * @return a copy that differs in these only
     */
    public Opportunity enteredAt(Instant at, LocalDate on) {
        boolean open = standing.outcome() == Outcome.OPEN;
        OpportunityDates days = new OpportunityDates(dates.openedOn(), dates.expectedClose(), open ? null : on);
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                standing.enteredAt(at),
                days,
                amount,
                recurring,
                lines,
                outlook,
                ending,
                corrections,
                custom,
                tags);
    }

    /**
     * Returns the same opportunity, known to have entered a stage it has left since at another instant.
     *
     * @param correction which move, and when
     * @return a copy that differs in its corrections only; an earlier correction of the move is superseded
     * @throws IllegalArgumentException if there are too many
     */
    public Opportunity corrected(MoveCorrection correction) {
        List<MoveCorrection> all = Stream.concat(
                        corrections.stream().filter(each -> !each.move().equals(correction.move())),
                        Stream.of(correction))
                .toList();
        return new Opportunity(
                id, revision, label, parties, standing, dates, amount, recurring, lines, outlook, ending, all, custom,
                tags);
    }

    /**
     * Returns the same opportunity with what was said by hand of its probability and category taken back: its stage's
     * count again.
     *
     * @return a copy that differs in its outlook only
     */
    public Opportunity released() {
        return withOutlook(outlook.inAnotherStage());
    }

    private Opportunity standing(Standing moved, LocalDate on) {
        boolean open = moved.outcome() == Outcome.OPEN;
        return new Opportunity(
                id,
                revision,
                label,
                parties,
                moved,
                new OpportunityDates(dates.openedOn(), dates.expectedClose(), open ? null : on),
                amount,
                recurring,
                lines,
                outlook.inAnotherStage(),
                open ? Ending.UNSAID : ending,
                corrections,
                custom,
                tags);
    }
}

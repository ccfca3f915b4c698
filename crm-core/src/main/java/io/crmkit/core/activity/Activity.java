package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something a seller did or will do: a call, a meeting, a quote, a contract.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param type what it counts as
 * @param seller whose it is
 * @param at when it took place, or will; kept to the microsecond
 * @param state what became of it
 * @param subjects what it is about
 * @param reference its number in the system it came from, at most 100 characters, or null
 * @param details what is known of it by its kind, or null where its type is all that is known
 * @param text what was written about it
 * @param participants who takes part besides the seller whose it is: at most 100, nobody twice
 * @param plan how it came to be when it is
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Activity(
        ActivityId id,
        Revision revision,
        ActivityType type,
        SellerId seller,
        Instant at,
        ActivityState state,
        ActivitySubjects subjects,
        @Nullable String reference,
        @Nullable ActivityDetails details,
        ActivityText text,
        List<Participant> participants,
        ActivityPlan plan,
        CustomFields custom,
        Set<String> tags)
        implements Noun<ActivityId>, Extensible<Activity> {

    /** How many may take part. */
    public static final int MOST_PARTICIPANTS = 100;

    /**
     * Makes an activity.
     *
     * @throws IllegalArgumentException if the reference or a tag breaks its rule, too many take part or somebody twice
     */
    public Activity {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(type, "type");
        requireNonNull(seller, "seller");
        at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
        requireNonNull(state, "state");
        requireNonNull(subjects, "subjects");
        Text.optional("reference", reference, 100);
        requireNonNull(text, "text");
        participants = distinct(participants);
        requireNonNull(plan, "plan");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
    }

    /**
     * Makes an activity of which no more is known than its type, when it was and what it was about.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param type what it counts as
     * @param seller whose it is
     * @param at when it took place, or will
     * @param state what became of it
     * @param subjects what it is about
     * @param reference its number in the system it came from, or null
     */
    public Activity(
            ActivityId id,
            Revision revision,
            ActivityType type,
            SellerId seller,
            Instant at,
            ActivityState state,
            ActivitySubjects subjects,
            @Nullable String reference) {
        this(
                id,
                revision,
                type,
                seller,
                at,
                state,
                subjects,
                reference,
                null,
                ActivityText.NONE,
                List.of(),
                ActivityPlan.NONE,
                CustomFields.NONE,
                Set.of());
    }

    private static List<Participant> distinct(List<Participant> participants) {
        if (participants.isEmpty()) {
            return List.of();
        }
        if (participants.size() > MOST_PARTICIPANTS) {
            throw new IllegalArgumentException(
                    "participants must be at most " + MOST_PARTICIPANTS + ", not " + participants.size());
        }
        Set<Identifier> parties = new HashSet<>();
        for (Participant participant : participants) {
            if (!parties.add(participant.party())) {
                throw new IllegalArgumentException("participants must not hold anybody twice: " + participant.party());
            }
        }
        return List.copyOf(participants);
    }

    @Override
    public @Nullable String naturalKey() {
        return reference;
    }

    /** An activity that was held took place when it says; one that is planned did not yet. */
    @Override
    public @Nullable Instant occurredAt() {
        return state == ActivityState.HELD ? at : null;
    }

    /**
     * Returns how long it takes, or took.
     *
     * @return the duration, or null where that is not known
     */
    public @Nullable Duration duration() {
        return details == null ? null : details.duration();
    }

    /**
     * Says whether somebody takes part who was entered as a participant.
     *
     * @param party a person or a seller
     * @return whether the participants hold it, whatever it answered
     */
    public boolean hasParticipant(Identifier party) {
        for (Participant participant : participants) {
            if (participant.party().equals(party)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the sellers who take part: the one whose it is, and those who were asked and have not declined.
     *
     * @return at least one, the one whose it is first
     */
    public Set<SellerId> sellers() {
        Set<SellerId> sellers = new LinkedHashSet<>(Set.of(seller));
        for (Participant participant : participants) {
            SellerId asked = participant.seller();
            if (asked != null && participant.isSellerTakingPart()) {
                sellers.add(asked);
            }
        }
        return sellers;
    }

    @Override
    public Activity withRevision(Revision next) {
        return copied(copy -> copy.revision = next);
    }

    /**
     * Returns the same activity about others.
     *
     * @param other what it is about
     * @return a copy that differs in its subjects only
     */
    public Activity withSubjects(ActivitySubjects other) {
        return copied(copy -> copy.subjects = other);
    }

    /**
     * Returns the same activity as something else, or somebody else's.
     *
     * @param otherType what it counts as
     * @param otherSeller whose it is
     * @return a copy that differs in its type and seller only
     */
    public Activity assigned(ActivityType otherType, SellerId otherSeller) {
        return copied(copy -> {
            copy.type = otherType;
            copy.seller = otherSeller;
        });
    }

    /**
     * Returns the same activity with other contents.
     *
     * @param otherDetails what is known of it by its kind, or null
     * @param otherText what was written about it
     * @param others who takes part
     * @return a copy that differs in its details, text and participants only
     * @throws IllegalArgumentException if too many take part or somebody twice
     */
    public Activity described(
            @Nullable ActivityDetails otherDetails, ActivityText otherText, List<Participant> others) {
        return copied(copy -> {
            copy.details = otherDetails;
            copy.text = otherText;
            copy.participants = others;
        });
    }

    /**
     * Returns the same activity with another plan.
     *
     * @param other how it came to be when it is
     * @return a copy that differs in its plan only
     */
    public Activity withPlan(ActivityPlan other) {
        return copied(copy -> copy.plan = other);
    }

    @Override
    public Activity withCustom(CustomFields other) {
        return copied(copy -> copy.custom = other);
    }

    @Override
    public Activity withTags(Set<String> other) {
        return copied(copy -> copy.tags = other);
    }

    private Activity ended(ActivityState end, Instant when, @Nullable ActivityDetails known, ActivityText written) {
        return copied(copy -> {
            copy.at = when;
            copy.state = end;
            copy.details = known;
            copy.text = written;
        });
    }

    private void requirePlanned(String refused) {
        if (state != ActivityState.PLANNED) {
            throw new ActivityStateException(this, refused, "it is " + state + " and not PLANNED");
        }
    }

    private Recurrence requireSeries(String refused) {
        requirePlanned(refused);
        Recurrence recurrence = plan.recurrence();
        if (recurrence == null) {
            throw new ActivityStateException(this, refused, "it is no series");
        }
        return recurrence;
    }

    private void requireSingle(String refused) {
        if (plan.recurrence() != null) {
            throw new ActivityStateException(this, refused, "it is a series, of which occurrences are taken out");
        }
    }

    /**
     * Lists when a series takes place in a period; what was taken out of it is no longer its.
     *
     * @param from the first instant of the period
     * @param until the first instant after the period
     * @return the occurrences in order, the first 1,000 at most; of a planned activity that does not recur its own time,
     *     where it is in the period; none of one that is not planned
     */
    public List<Instant> occurrences(Instant from, Instant until) {
        Recurrence recurrence = plan.recurrence();
        if (state != ActivityState.PLANNED) {
            return List.of();
        } else if (recurrence != null) {
            return recurrence.between(at, from, until);
        }
        return at.isBefore(from) || !at.isBefore(until) ? List.of() : List.of(at);
    }

    /**
     * Takes an occurrence out of a series, as an activity of its own.
     *
     * @param own the identity of the activity
     * @param occurrence when it is to take place by the series' rule
     * @return the activity, planned and never stored
     * @throws ActivityStateException if this is no planned series, or it does not take place then
     */
    public Activity takenOut(ActivityId own, Instant occurrence) {
        requireSeries("cannot lose an occurrence");
        Instant exact = occurrence.truncatedTo(ChronoUnit.MICROS);
        if (occurrences(exact, exact.plusNanos(1_000)).isEmpty()) {
            throw new ActivityStateException(this, "cannot lose an occurrence", "it has none at " + exact);
        }
        ActivityPlan single = new ActivityPlan(plan.follows(), null, null, new Occurrence(id, exact));
        return new Activity(
                own,
                Revision.NONE,
                type,
                seller,
                exact,
                state,
                subjects,
                null,
                details,
                text,
                participants,
                single,
                custom,
                tags);
    }

    /**
     * Returns a series without an occurrence.
     *
     * @param occurrence when it would take place
     * @return the series with an exception
     * @throws ActivityStateException if this is no planned series
     */
    public Activity without(Instant occurrence) {
        return withPlan(
                plan.recurring(requireSeries("cannot lose an occurrence").without(occurrence)));
    }

    /**
     * Holds a planned activity.
     *
     * @param when when it took place, or null for when it was planned
     * @param took how long it took, or null to leave the duration as it is
     * @param outcome what came of it, or null
     * @return the activity, held
     * @throws ActivityStateException if it is not planned, or is a series
     * @throws IllegalArgumentException if its kind has no duration, or a value breaks its rule
     */
    public Activity held(@Nullable Instant when, @Nullable Duration took, @Nullable String outcome) {
        requirePlanned("cannot be held");
        requireSingle("cannot be held");
        return ended(ActivityState.HELD, when == null ? at : when, lasting(took), text.withOutcome(outcome));
    }

    /* an activity of which nothing is known but its type takes its time as a meeting or a call does */
    private @Nullable ActivityDetails lasting(@Nullable Duration took) {
        if (took == null) {
            return details;
        }
        ActivityDetails known = details;
        if (known == null) {
            known = type.equals(ActivityType.CALL)
                    ? new ActivityDetails.Call(null, null)
                    : new ActivityDetails.Meeting(null, null);
        }
        return known.lasting(took);
    }

    /**
     * Notes that a planned activity was due and did not take place.
     *
     * @param reason why not, or null
     * @return the activity, not held
     * @throws ActivityStateException if it is not planned, or is a series
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public Activity notHeld(@Nullable String reason) {
        requirePlanned("cannot be noted as not held");
        requireSingle("cannot be noted as not held");
        return ended(ActivityState.NOT_HELD, at, details, text.withOutcome(reason));
    }

    /**
     * Calls a planned activity off.
     *
     * @param reason why, or null
     * @return the activity, cancelled
     * @throws ActivityStateException if it is not planned
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public Activity cancelled(@Nullable String reason) {
        requirePlanned("cannot be cancelled");
        return ended(ActivityState.CANCELLED, at, details, text.withOutcome(reason));
    }

    /**
     * Moves a planned activity in time. Whoever was asked to take part has to answer anew.
     *
     * @param when when it will take place
     * @return the activity at that time; the same one where that is when it is planned already
     * @throws ActivityStateException if it is not planned
     */
    public Activity rescheduled(Instant when) {
        requirePlanned("cannot be rescheduled");
        if (when.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            return this;
        }
        Rescheduling before = plan.rescheduling();
        Rescheduling now = before == null ? new Rescheduling(1, at) : before.again();
        return ended(state, when, details, text)
                .withPlan(plan.withRescheduling(now))
                .withEach(participant -> participant.answering(Acceptance.NEEDS_ACTION));
    }

    /**
     * Enters what a participant of a planned activity answers.
     *
     * @param party the person or seller
     * @param answer what is answered
     * @return the activity with the answer
     * @throws ActivityStateException if it is not planned, or the party is no participant
     */
    public Activity answered(Identifier party, Acceptance answer) {
        requirePlanned("cannot be answered");
        if (!hasParticipant(party)) {
            throw new ActivityStateException(this, "cannot be answered", "participants must hold " + party);
        }
        return withEach(participant -> participant.party().equals(party) ? participant.answering(answer) : participant);
    }

    /**
     * Says whether this is a planned activity with another answer of one participant, and nothing else changed.
     *
     * @param party the person or seller
     * @param before the activity before
     * @return whether the party takes part and all the rest is as it was
     */
    public boolean isAnswerOf(Identifier party, Activity before) {
        return before.state == ActivityState.PLANNED
                && participants.stream()
                        .filter(participant -> participant.party().equals(party))
                        .anyMatch(own -> before.hasParticipant(party)
                                && withRevision(before.revision).equals(before.answered(party, own.acceptance())));
    }

    /**
     * Returns the same activity with one person in another's place among the participants. Where the other takes part
     * already, both stay.
     *
     * @param from the person replaced
     * @param to the person in that place
     * @return a copy that differs in that participant only
     */
    public Activity withParticipant(PersonId from, PersonId to) {
        return hasParticipant(to)
                ? this
                : withEach(participant -> from.equals(participant.person()) ? participant.as(to) : participant);
    }

    private Activity withEach(UnaryOperator<Participant> changed) {
        return participants.isEmpty()
                ? this
                : described(details, text, participants.stream().map(changed).toList());
    }

    private Activity copied(Consumer<Copy> changed) {
        Copy copy = new Copy(this);
        changed.accept(copy);
        return copy.activity();
    }

    /** A copy in the making. */
    private static final class Copy {

        private final Activity of;
        private Revision revision;
        private ActivityType type;
        private SellerId seller;
        private Instant at;
        private ActivityState state;
        private ActivitySubjects subjects;
        private @Nullable ActivityDetails details;
        private ActivityText text;
        private List<Participant> participants;
        private ActivityPlan plan;
        private CustomFields custom;
        private Set<String> tags;

        Copy(Activity of) {
            this.of = of;
            revision = of.revision;
            type = of.type;
            seller = of.seller;
            at = of.at;
            state = of.state;
            subjects = of.subjects;
            details = of.details;
            text = of.text;
            participants = of.participants;
            plan = of.plan;
            custom = of.custom;
            tags = of.tags;
        }

        Activity activity() {
            return new Activity(
                    of.id,
                    revision,
                    type,
                    seller,
                    at,
                    state,
                    subjects,
                    of.reference,
                    details,
                    text,
                    participants,
                    plan,
                    custom,
                    tags);
        }
    }
}

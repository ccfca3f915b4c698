package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityStateException;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.FollowUpSuggestion;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What sellers do, and when.
 *
 * <p>An activity is recorded as it is, or planned and then held, not held or cancelled; each is said once. How often it was
 * moved in time stands in its {@linkplain ActivityPlan plan}, and who moved it from when to when in the journal.
 */
public final class Activities extends ExtensibleRecords<Activity, ActivityId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Activities(Call call) {
        super(call, call.stores().activities());
    }

    /**
     * Records an activity.
     *
     * @param command what was done, or is planned
     * @return the activity as stored
     * @throws InvalidCommandException if a field breaks its rule, what was held lies more than a day after now, or the
     *     details are of another kind than the type is defined as
     * @throws NotFoundException if what it is about or a person taking part does not exist
     */
    public Activity record(RecordActivity command) {
        RecordActivity done = call().commands().check(command, rules()::broken);
        mentioned(new Mentions(), done).require(call());
        return added(recorded(done));
    }

    /**
     * Records many activities at once, which costs a fraction of recording them one by one: they are written by the
     * thousand, and so is the journal. For more than {@value RecordActivities#MOST}, call again; in one
     * {@link io.crmkit.core.CrmSession#together} where all or none are to be stored.
     *
     * @param command what was done, or is planned
     * @return the activities as stored, in the same order
     * @throws InvalidCommandException if a field of any of them breaks its rule, as for {@link #record(RecordActivity)};
     *     all are named, by their place in the list from 0, and nothing is stored
     * @throws NotFoundException if what any of them is about or a person taking part does not exist; all are named
     */
    public List<Activity> record(RecordActivities command) {
        List<RecordActivity> all =
                call().commands().check(command, rules()::broken).activities();
        Mentions mentions = new Mentions();
        all.forEach(done -> mentioned(mentions, done));
        mentions.require(call());
        return added(all.stream().map(this::recorded).toList());
    }

    private static Mentions mentioned(Mentions mentions, RecordActivity done) {
        ActivityContent content = done.content();
        return content == null
                ? mentions.add(done.subjects())
                : mentions.add(done.subjects()).add(content.participants());
    }

    private static Mentions mentioned(Activity stored) {
        return new Mentions().add(stored.subjects()).add(stored.participants());
    }

    private Activity recorded(RecordActivity done) {
        Activity bare = new Activity(
                new ActivityId(call().ids().next()),
                Revision.NONE,
                done.type(),
                done.seller(),
                done.at(),
                done.state(),
                done.subjects(),
                null);
        ActivityContent content = done.content();
        return content == null && done.outcome() == null
                ? bare
                : described(bare, content == null ? ActivityContent.NONE : content, done.outcome());
    }

    private static Activity described(Activity activity, ActivityContent content, @Nullable String outcome) {
        return activity.described(
                content.details(), new ActivityText(content.title(), content.note(), outcome), content.participants());
    }

    /**
     * Plans an activity.
     *
     * @param command what is planned
     * @return the activity as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if what it is about or a person taking part does not exist
     */
    public Activity plan(PlanActivity command) {
        return planned(checked(command), ActivityPlan.NONE, new Mentions());
    }

    /**
     * Plans a series: an activity that takes place again and again, first when the command says. Its occurrences are no
     * records until they are {@linkplain #takeOut taken out}.
     *
     * @param command what is planned
     * @param recurrence when it takes place
     * @return the series as stored
     * @throws InvalidCommandException if a field breaks its rule, or it never takes place
     * @throws NotFoundException if what it is about or a person taking part does not exist
     */
    public Activity plan(PlanActivity command, Recurrence recurrence) {
        requireNonNull(recurrence, "recurrence");
        PlanActivity wish = call().commands().check(command, plan -> rules().broken(plan, recurrence));
        return planned(wish, ActivityPlan.NONE.recurring(recurrence), new Mentions());
    }

    /**
     * Takes an occurrence out of a series: it becomes an activity of its own, to be held, cancelled or moved, and an
     * exception of the series.
     *
     * @param series the series
     * @param from the revision of the series that the caller has seen
     * @param occurrence when it is to take place by the series' rule
     * @return the activity as stored, planned
     * @throws NotFoundException if the series does not exist
     * @throws StaleRevisionException if somebody else changed the series since
     * @throws ActivityStateException if it is no planned series, or does not take place then
     */
    public Activity takeOut(ActivityId series, Revision from, Instant occurrence) {
        ActivityId own = new ActivityId(call().ids().next());
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Activity stored = current(series, from);
            Activity single = stored.takenOut(own, occurrence);
            recording.save(call().stores().activities(), stored, stored.without(occurrence));
            return recording.save(call().stores().activities(), null, single);
        });
    }

    /**
     * Plans an activity that follows up another, whatever became of that.
     *
     * @param activity the activity followed up
     * @param command what is planned
     * @return the activity as stored, which knows what it follows
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the activity followed up, or what it does not mention itself, does not exist
     */
    public Activity followUp(ActivityId activity, PlanActivity command) {
        Activity done = required(activity);
        return planned(checked(command), ActivityPlan.following(done.id()), mentioned(done));
    }

    /**
     * Suggests what to do after an activity, by what its type suggests: the same subjects, as many days later at the same
     * time of the seller's day. It is planned by {@link #followUp}, as it is or changed.
     *
     * @param activity the activity
     * @return the wish; empty where the activity was not held, its type suggests nothing, or an activity of the suggested
     *     type that follows it up is recorded already and not cancelled
     * @throws NotFoundException if the activity does not exist
     */
    public Optional<PlanActivity> suggestedFollowUp(ActivityId activity) {
        Activity done = required(activity);
        ActivityTypes types = new ActivityTypes(call());
        return types.of(done.type())
                .map(ActivityTypeDefinition::followUp)
                .filter(next -> done.state() == ActivityState.HELD && !isFollowedUp(done, next.type()))
                .map(next -> suggested(done, next, types.of(next.type()).map(ActivityTypeDefinition::kind)));
    }

    private boolean isFollowedUp(Activity done, ActivityType by) {
        return count(ActivityFields.FOLLOWS
                        .is(done.id())
                        .and(ActivityFields.TYPE.is(by))
                        .and(ActivityFields.STATE.is(ActivityState.CANCELLED).not()))
                > 0;
    }

    private PlanActivity suggested(Activity done, FollowUpSuggestion next, Optional<ActivityKind> kind) {
        ZoneId zone = call().stores()
                .sellers()
                .find(call().tenant(), done.seller())
                .map(Seller::zone)
                .orElse(call().clock().getZone());
        ZonedDateTime at = done.at().atZone(zone).plusDays(next.afterDays());
        return PlanActivity.of(next.type(), done.seller(), at.toInstant())
                .about(done.subjects())
                .with(kind.map(each -> ActivityContent.NONE.with(ActivityDetails.of(each, at.toLocalDate())))
                        .orElse(ActivityContent.NONE));
    }

    private PlanActivity checked(PlanActivity command) {
        return call().commands().check(command, rules()::broken);
    }

    private Activity planned(PlanActivity wish, ActivityPlan plan, Mentions known) {
        new Mentions()
                .add(wish.subjects())
                .add(wish.content().participants())
                .except(known)
                .require(call());
        Activity bare = new Activity(
                new ActivityId(call().ids().next()),
                Revision.NONE,
                wish.type(),
                wish.seller(),
                wish.at(),
                ActivityState.PLANNED,
                wish.subjects(),
                null);
        return added(described(bare, wish.content(), null).withPlan(plan));
    }

    /**
     * Says that a planned activity took place.
     *
     * @param command when it took place, how long it took and what came of it
     * @return the activity as stored, held
     * @throws InvalidCommandException if a field breaks its rule; a duration that the activity's kind does not have; an
     *     instant, or the one planned where none is given, that lies more than a day after now
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws ActivityStateException if it is not planned
     */
    public Activity hold(HoldActivity command) {
        HoldActivity held = call().commands().check(command);
        Duration took = held.duration();
        Activity stored = current(held.activity(), held.from());
        requireDuration(stored, took);
        Activity done = stored.held(held.at(), took, held.outcome());
        rules().require(held, stored);
        return changed(stored, done);
    }

    private ActivityRules rules() {
        return new ActivityRules(call());
    }

    private void requireDuration(Activity stored, @Nullable Duration took) {
        ActivityDetails details = stored.details();
        boolean fits = took == null || (!took.isNegative() && took.compareTo(ActivityDetails.LONGEST) <= 0);
        boolean has = took == null || details == null || details.hasDuration();
        if (!fits || !has) {
            Rule broken = Rule.of(fits ? "crmkit.noDuration" : "crmkit.duration");
            throw call().commands().refused("HoldActivity", "duration", took, broken);
        }
    }

    /**
     * Says that a planned activity was due and did not take place.
     *
     * @param command which, and why not
     * @return the activity as stored, not held
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws ActivityStateException if it is not planned
     */
    public Activity notHeld(EndActivity command) {
        EndActivity end = call().commands().check(command);
        return changed(end.activity(), end.from(), stored -> stored.notHeld(end.reason()));
    }

    /**
     * Calls a planned activity off.
     *
     * @param command which, and why
     * @return the activity as stored, cancelled
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws ActivityStateException if it is not planned
     */
    public Activity cancel(EndActivity command) {
        EndActivity end = call().commands().check(command);
        return changed(end.activity(), end.from(), stored -> stored.cancelled(end.reason()));
    }

    /**
     * Moves a planned activity in time; whoever was asked to take part has to answer anew.
     *
     * @param command which, and to when
     * @return the activity as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws ActivityStateException if it is not planned
     */
    public Activity reschedule(RescheduleActivity command) {
        RescheduleActivity move = call().commands().check(command);
        return changed(move.activity(), move.from(), stored -> stored.rescheduled(move.at()));
    }

    /**
     * Enters what a participant of a planned activity answers. Whoever may write the activity may enter it; a seller who
     * takes part may enter what the seller answers, and nobody else's answer.
     *
     * @param command which, and the answer
     * @return the activity as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws ActivityStateException if it is not planned, or the party is no participant
     */
    public Activity answer(AnswerActivity command) {
        AnswerActivity answer = call().commands().check(command);
        return changed(
                answer.activity(), answer.from(), stored -> stored.answered(answer.party(), answer.acceptance()));
    }

    /**
     * Changes what an activity's record says, whatever became of it.
     *
     * @param command all it says from now on
     * @return the activity as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Activity change(ChangeActivity command) {
        ChangeActivity change = call().commands().check(command);
        Activity stored = current(change.activity(), change.from());
        rules().require(change, stored);
        new Mentions()
                .add(change.subjects())
                .add(change.content().participants())
                .except(mentioned(stored))
                .require(call());
        return changed(
                stored,
                described(stored, change.content(), change.outcome())
                        .assigned(change.type(), change.seller())
                        .withSubjects(change.subjects()));
    }

    private Activity changed(ActivityId id, Revision from, UnaryOperator<Activity> change) {
        Activity stored = current(id, from);
        return changed(stored, change.apply(stored));
    }
}

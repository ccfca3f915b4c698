package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Activities, changes and questions at random, about few records and at few instants, so that much coincides; the same
 * for the same seed.
 */
public final class RandomTimelines {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00.000001Z");

    private final Random random;
    private final TenantId tenant;
    private final List<CompanyId> companies = several(() -> new CompanyId(uuid()));
    private final List<PersonId> people = several(() -> new PersonId(uuid()));
    private final List<OpportunityId> opportunities = several(() -> new OpportunityId(uuid()));
    private final List<SellerId> sellers = several(() -> new SellerId(uuid()));

    /**
     * Makes the source.
     *
     * @param seed where chance begins
     * @param tenant whose records they are
     */
    public RandomTimelines(long seed, TenantId tenant) {
        this.random = new Random(seed);
        this.tenant = tenant;
    }

    private static <T> List<T> several(Supplier<T> one) {
        return Stream.generate(one).limit(3).toList();
    }

    /* identities differ from run to run, since one database may see many runs */
    private static UUID uuid() {
        return UUID.randomUUID();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private Instant instant() {
        return START.plusNanos(1_000L * random.nextInt(12));
    }

    /**
     * Makes references to documents of the host's.
     *
     * @param count how many
     * @return the references, never stored
     */
    public List<DocumentReference> references(int count) {
        return Stream.generate(() -> reference(new DocumentReferenceId(uuid()), Revision.NONE))
                .limit(count)
                .toList();
    }

    /**
     * Changes a reference.
     *
     * @param reference the reference as stored
     * @return the same reference, about others and at another instant
     */
    public DocumentReference changed(DocumentReference reference) {
        return reference(reference.id(), reference.revision());
    }

    private DocumentReference reference(DocumentReferenceId id, Revision revision) {
        List<DocumentKind> kinds =
                Stream.of(DocumentKind.values()).filter(DocumentKind::isHosts).toList();
        CompanyId company = maybe(() -> pick(companies));
        PersonId contact = company == null ? pick(people) : maybe(() -> pick(people));
        return new DocumentReference(
                id,
                revision,
                new HostDocument(
                        new DocumentLink(pick(kinds), uuid().toString()),
                        instant(),
                        null,
                        pick(List.of(DocumentStatus.values())),
                        null,
                        new DocumentSubjects(company, contact, maybe(() -> pick(opportunities))),
                        List.of(),
                        List.of()));
    }

    /**
     * Makes activities.
     *
     * @param count how many
     * @return the activities, never stored
     */
    public List<Activity> activities(int count) {
        return Stream.generate(() -> activity(new ActivityId(uuid()), Revision.NONE))
                .limit(count)
                .toList();
    }

    /**
     * Makes another activity of an activity.
     *
     * @param stored the activity as stored
     * @return an activity of the same identity and revision
     */
    public Activity changed(Activity stored) {
        return activity(stored.id(), stored.revision());
    }

    private Activity activity(ActivityId id, Revision revision) {
        return new Activity(
                id,
                revision,
                pick(List.of(ActivityType.CALL, ActivityType.MEETING)),
                pick(sellers),
                instant(),
                pick(List.of(ActivityState.values())),
                new ActivitySubjects(
                        maybe(() -> pick(companies)), maybe(() -> pick(people)), maybe(() -> pick(opportunities))),
                maybe(() -> "R-" + random.nextInt(4)),
                null,
                ActivityText.NONE,
                participants(),
                ActivityPlan.NONE,
                CustomFields.NONE,
                Set.of());
    }

    private List<Participant> participants() {
        return people.stream()
                .filter(person -> random.nextInt(4) == 0)
                .map(Participant::of)
                .toList();
    }

    /**
     * Makes changes.
     *
     * @param count how many
     * @return the changes, not appended
     */
    public List<Change> changes(int count) {
        return Stream.generate(this::change).limit(count).toList();
    }

    private Change change() {
        String field = pick(List.of("name", "standing.stage"));
        return new Change(
                0,
                new Actor(tenant, "anna"),
                subject(),
                new Revision(1 + random.nextInt(3)),
                pick(List.of(ChangeKind.values())),
                instant(),
                START.plusSeconds(9),
                List.of(new FieldChange(field, null, "x" + random.nextInt(9))),
                Seal.NONE);
    }

    private Subject subject() {
        return scope().subject();
    }

    private Scope scope() {
        return switch (random.nextInt(3)) {
            case 0 -> Scope.of(pick(companies));
            case 1 -> Scope.of(pick(people));
            default -> Scope.of(pick(opportunities));
        };
    }

    /**
     * Makes a question.
     *
     * @return the query
     */
    public TimelineQuery query() {
        List<Scope> scopes = Stream.generate(() -> scope().during(maybe(this::instant), maybe(this::instant)))
                .limit(random.nextInt(5))
                .toList();
        return new TimelineQuery(
                scopes,
                kinds(),
                seen(),
                pick(List.of(Direction.values())),
                maybe(this::position),
                1 + random.nextInt(8));
    }

    /**
     * Makes a question whose pages are many.
     *
     * @return the query, from an end
     */
    public TimelineQuery wide() {
        List<Scope> scopes = Stream.generate(this::scope).limit(4).toList();
        return new TimelineQuery(scopes, kinds(), seen(), Direction.OLDER, null, 1 + random.nextInt(5));
    }

    private Position position() {
        boolean activity = random.nextBoolean();
        return new Position(
                instant(),
                activity ? Source.ACTIVITIES : Source.CHANGES,
                activity ? uuid() : new UUID(0, 1 + random.nextInt(60)));
    }

    private Set<EntryKind> kinds() {
        if (random.nextBoolean()) {
            return EnumSet.allOf(EntryKind.class);
        }
        EnumSet<EntryKind> some = EnumSet.noneOf(EntryKind.class);
        some.add(pick(List.of(EntryKind.values())));
        some.add(pick(List.of(EntryKind.values())));
        return some;
    }

    private Criterion<Activity> seen() {
        return switch (random.nextInt(5)) {
            case 0 -> ActivityFields.SELLER.is(pick(sellers));
            case 1 -> ActivityFields.REFERENCE.isNot("R-1");
            case 2 -> ActivityFields.STATE.is(ActivityState.HELD).or(ActivityFields.SELLER.isNot(pick(sellers)));
            default -> Criterion.everything();
        };
    }
}

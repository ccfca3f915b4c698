package io.crmkit.core.audience;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Occurrence;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of activities. */
public final class ActivityFields {

    /** The identity. */
    public static final Field<Activity, ActivityId> ID =
            new Field<>(Activity.class, "id", FieldType.ID, Codec.id(ActivityId::new), Activity::id);

    /** What kind of activity. */
    public static final Field<Activity, ActivityType> TYPE = new Field<>(
            Activity.class,
            "type",
            FieldType.CHOICE,
            Codec.code(ActivityType::code, ActivityType::new),
            Activity::type);

    /** Whose it is. */
    public static final Field<Activity, SellerId> SELLER =
            new Field<>(Activity.class, "seller", FieldType.ID, Codec.id(SellerId::new), Activity::seller);

    /** When it took place, or will. */
    public static final Field<Activity, Instant> AT =
            new Field<>(Activity.class, "at", FieldType.INSTANT, Codec.same(Instant.class), Activity::at);

    /** When it ended, or will; set where it is known how long it takes. */
    public static final Field<Activity, Instant> ENDS_AT =
            new Field<>(Activity.class, "endsAt", FieldType.INSTANT, Codec.same(Instant.class), ActivityFields::endsAt);

    /** What became of it. */
    public static final Field<Activity, ActivityState> STATE = new Field<>(
            Activity.class, "state", FieldType.CHOICE, Codec.constant(ActivityState.class), Activity::state);

    /** The company it is about. */
    public static final Field<Activity, CompanyId> COMPANY = new Field<>(
            Activity.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            activity -> activity.subjects().company());

    /** The person it is about. */
    public static final Field<Activity, PersonId> PERSON = new Field<>(
            Activity.class,
            "person",
            FieldType.ID,
            Codec.id(PersonId::new),
            activity -> activity.subjects().person());

    /** The opportunity it is about. */
    public static final Field<Activity, OpportunityId> OPPORTUNITY = new Field<>(
            Activity.class,
            "opportunity",
            FieldType.ID,
            Codec.id(OpportunityId::new),
            activity -> activity.subjects().opportunity());

    /** The quote it is about. */
    public static final Field<Activity, QuoteId> QUOTE = new Field<>(
            Activity.class,
            "quote",
            FieldType.ID,
            Codec.id(QuoteId::new),
            activity -> activity.subjects().quote());

    /** The sales order it is about. */
    public static final Field<Activity, SalesOrderId> ORDER = new Field<>(
            Activity.class,
            "order",
            FieldType.ID,
            Codec.id(SalesOrderId::new),
            activity -> activity.subjects().order());

    /** Its kind, where more is known of it than its type. */
    public static final Field<Activity, ActivityKind> KIND = new Field<>(
            Activity.class,
            "kind",
            FieldType.CHOICE,
            Codec.constant(ActivityKind.class),
            detail(ActivityDetails::kind));

    /** Who began it. */
    public static final Field<Activity, ActivityDirection> DIRECTION = new Field<>(
            Activity.class,
            "direction",
            FieldType.CHOICE,
            Codec.constant(ActivityDirection.class),
            detail(ActivityDetails::direction));

    /** Where it takes place. */
    public static final Field<Activity, String> PLACE = new Field<>(
            Activity.class, "place", FieldType.TEXT, Codec.same(String.class), detail(ActivityDetails::place));

    /** The day by which it is to be done. */
    public static final Field<Activity, LocalDate> DUE_ON = new Field<>(
            Activity.class, "dueOn", FieldType.DATE, Codec.same(LocalDate.class), detail(ActivityDetails::dueOn));

    /** What it is in a few words. */
    public static final Field<Activity, String> TITLE = new Field<>(
            Activity.class,
            "title",
            FieldType.TEXT,
            Codec.same(String.class),
            activity -> activity.text().title());

    /** The activity it follows up. */
    public static final Field<Activity, ActivityId> FOLLOWS = new Field<>(
            Activity.class,
            "follows",
            FieldType.ID,
            Codec.id(ActivityId::new),
            activity -> activity.plan().follows());

    /** The series it was taken out of. */
    public static final Field<Activity, ActivityId> SERIES =
            new Field<>(Activity.class, "series", FieldType.ID, Codec.id(ActivityId::new), activity -> {
                Occurrence occurrence = activity.plan().occurrence();
                return occurrence == null ? null : occurrence.series();
            });

    /** The zone by whose clock it recurs; set for series alone. */
    public static final Field<Activity, ZoneId> ZONE =
            new Field<>(Activity.class, "zone", FieldType.CHOICE, Codec.code(ZoneId::getId, ZoneId::of), activity -> {
                Recurrence recurrence = activity.plan().recurrence();
                return recurrence == null ? null : recurrence.zone();
            });

    /** Whether anybody was entered as a participant; never unset. Who they are is hidden with it. */
    public static final Field<Activity, Boolean> PARTICIPANTS = new Field<>(
            Activity.class,
            "participants",
            FieldType.BOOLEAN,
            Codec.same(Boolean.class),
            activity -> !activity.participants().isEmpty());

    /** The number in the system it came from. */
    public static final Field<Activity, String> REFERENCE =
            new Field<>(Activity.class, "reference", FieldType.TEXT, Codec.same(String.class), Activity::reference);

    /** All of them, by name. */
    public static final Fields<Activity> ALL = new Fields<>(
            Activity.class,
            List.of(
                    ID,
                    TYPE,
                    SELLER,
                    AT,
                    ENDS_AT,
                    STATE,
                    COMPANY,
                    PERSON,
                    OPPORTUNITY,
                    QUOTE,
                    ORDER,
                    REFERENCE,
                    KIND,
                    DIRECTION,
                    PLACE,
                    DUE_ON,
                    TITLE,
                    FOLLOWS,
                    SERIES,
                    ZONE,
                    PARTICIPANTS),
            Activity::custom,
            Activity::tags,
            ActivityFields::holds,
            null,
            null);

    private ActivityFields() {}

    private static @Nullable Instant endsAt(Activity activity) {
        Duration duration = activity.duration();
        return duration == null ? null : activity.at().plus(duration);
    }

    private static boolean holds(Activity activity, UUID party) {
        for (Participant participant : activity.participants()) {
            if (participant.party().value().equals(party)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether somebody takes part as a field: true where the participants hold the party, whatever it answered,
     * and false where they do not. The seller whose the activity is need not be among them.
     *
     * @param party a person or a seller
     * @return the field, called {@code participant:} and the identity
     */
    public static Field<Activity, Boolean> participant(Identifier party) {
        return ALL.participant(party.value());
    }

    private static <T> Field.Reader<Activity, T> detail(Function<ActivityDetails, @Nullable T> of) {
        return activity -> {
            ActivityDetails details = activity.details();
            return details == null ? null : of.apply(details);
        };
    }
}

package io.crmkit.core.audience;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import java.time.Instant;
import java.util.List;

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

    /** The number in the system it came from. */
    public static final Field<Activity, String> REFERENCE =
            new Field<>(Activity.class, "reference", FieldType.TEXT, Codec.same(String.class), Activity::reference);

    /** All of them, by name. */
    public static final Fields<Activity> ALL = new Fields<>(
            Activity.class, List.of(ID, TYPE, SELLER, AT, STATE, COMPANY, PERSON, OPPORTUNITY, REFERENCE), null, null);

    private ActivityFields() {}
}

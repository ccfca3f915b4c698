package io.crmkit.core.audience;

import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.activity.IndicatorRole;
import io.crmkit.core.value.FieldType;
import java.util.List;

/** The fields of activity types' definitions. */
public final class ActivityTypeFields {

    /** The identity. */
    public static final Field<ActivityTypeDefinition, ActivityTypeDefinitionId> ID = new Field<>(
            ActivityTypeDefinition.class,
            "id",
            FieldType.ID,
            Codec.id(ActivityTypeDefinitionId::new),
            ActivityTypeDefinition::id);

    /** The type defined. */
    public static final Field<ActivityTypeDefinition, ActivityType> TYPE = new Field<>(
            ActivityTypeDefinition.class,
            "type",
            FieldType.CHOICE,
            Codec.code(ActivityType::code, ActivityType::new),
            ActivityTypeDefinition::type);

    /** The name. */
    public static final Field<ActivityTypeDefinition, String> NAME = new Field<>(
            ActivityTypeDefinition.class,
            "name",
            FieldType.TEXT,
            Codec.same(String.class),
            ActivityTypeDefinition::name);

    /** The kind of its activities. */
    public static final Field<ActivityTypeDefinition, ActivityKind> KIND = new Field<>(
            ActivityTypeDefinition.class,
            "kind",
            FieldType.CHOICE,
            Codec.constant(ActivityKind.class),
            ActivityTypeDefinition::kind);

    /** What its count tells. */
    public static final Field<ActivityTypeDefinition, IndicatorRole> ROLE = new Field<>(
            ActivityTypeDefinition.class,
            "role",
            FieldType.CHOICE,
            Codec.constant(IndicatorRole.class),
            ActivityTypeDefinition::role);

    /** The step of the funnel it counts for. */
    public static final Field<ActivityTypeDefinition, ActivityType> STEP = new Field<>(
            ActivityTypeDefinition.class,
            "step",
            FieldType.CHOICE,
            Codec.code(ActivityType::code, ActivityType::new),
            ActivityTypeDefinition::step);

    /** All of them, by name. */
    public static final Fields<ActivityTypeDefinition> ALL =
            new Fields<>(ActivityTypeDefinition.class, List.of(ID, TYPE, NAME, KIND, ROLE, STEP), null, null);

    private ActivityTypeFields() {}
}

package io.crmkit.core.audience;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.FieldType;
import java.util.List;

/** The fields of teams. */
public final class TeamFields {

    /** The identity. */
    public static final Field<Team, TeamId> ID =
            new Field<>(Team.class, "id", FieldType.ID, Codec.id(TeamId::new), Team::id);

    /** The name. */
    public static final Field<Team, String> NAME =
            new Field<>(Team.class, "name", FieldType.TEXT, Codec.same(String.class), Team::name);

    /** The region it sells in. */
    public static final Field<Team, String> REGION =
            new Field<>(Team.class, "region", FieldType.TEXT, Codec.same(String.class), Team::region);

    /** The team it is part of. */
    public static final Field<Team, TeamId> PARENT =
            new Field<>(Team.class, "parent", FieldType.ID, Codec.id(TeamId::new), Team::parent);

    /** The seller who leads it. */
    public static final Field<Team, SellerId> LEADER =
            new Field<>(Team.class, "leader", FieldType.ID, Codec.id(SellerId::new), Team::leader);

    /** All of them, by name. */
    public static final Fields<Team> ALL =
            new Fields<>(Team.class, List.of(ID, NAME, REGION, PARENT, LEADER), Team::custom, Team::tags);

    private TeamFields() {}
}

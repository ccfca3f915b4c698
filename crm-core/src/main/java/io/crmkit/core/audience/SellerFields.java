package io.crmkit.core.audience;

import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.FieldType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** The fields of sellers. */
public final class SellerFields {

    /** The identity. */
    public static final Field<Seller, SellerId> ID =
            new Field<>(Seller.class, "id", FieldType.ID, Codec.id(SellerId::new), Seller::id);

    /** The name. */
    public static final Field<Seller, String> NAME =
            new Field<>(Seller.class, "name", FieldType.TEXT, Codec.same(String.class), Seller::name);

    /** The team. */
    public static final Field<Seller, TeamId> TEAM =
            new Field<>(Seller.class, "team", FieldType.ID, Codec.id(TeamId::new), Seller::team);

    /** Where the seller's days begin; a code is a zone's identity such as {@code Europe/Rome}. */
    public static final Field<Seller, ZoneId> ZONE = new Field<>(
            Seller.class, "zone", FieldType.CHOICE, Codec.code(ZoneId::getId, SellerFields::zone), Seller::zone);

    /** All of them, by name. */
    public static final Fields<Seller> ALL =
            new Fields<>(Seller.class, List.of(ID, NAME, TEAM, ZONE), Seller::custom, Seller::tags);

    private SellerFields() {}

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("zone must be a time zone such as Europe/Rome: '" + id + "'", unknown);
        }
    }
}

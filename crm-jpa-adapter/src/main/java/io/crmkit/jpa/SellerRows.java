package io.crmkit.jpa;

import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.time.ZoneId;
import java.util.List;

/** Sellers to rows and back. */
final class SellerRows {

    static final Mapping<Seller, SellerId, SellerRow> MAPPING = new Mapping<>(
            SellerRow.class, "name", List.of(), SellerRow::new, SellerRows::fill, SellerRows::toDomain, SellerId::new);

    private SellerRows() {}

    private static void fill(Seller seller, SellerRow row) {
        row.fill(seller.custom(), seller.tags());
        row.name = seller.name();
        row.nameFolded = Folding.folded(row.name);
        row.team = Ids.value(seller.team());
        row.zone = seller.zone() == null ? null : seller.zone().getId();
    }

    static Seller toDomain(SellerRow row) {
        return new Seller(
                new SellerId(row.id),
                new Revision(row.revision),
                row.name,
                Ids.of(row.team, TeamId::new),
                row.zone == null ? null : ZoneId.of(row.zone),
                row.custom(),
                row.tags());
    }
}

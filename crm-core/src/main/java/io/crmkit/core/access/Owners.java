package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which field a record is somebody's. */
final class Owners {

    private static final int AT_ONCE = 1_000;

    private static final Map<Class<?>, Field<?, SellerId>> BY_NOUN = Map.of(
            Opportunity.class, OpportunityFields.OWNER,
            Activity.class, ActivityFields.SELLER,
            Person.class, PersonFields.OWNER,
            Company.class, CompanyFields.OWNER,
            Quote.class, QuoteFields.SELLER,
            SalesOrder.class, SalesOrderFields.SELLER);

    private Owners() {}

    @SuppressWarnings("unchecked") // a noun's field stands under its class
    static <N> Optional<Field<N, SellerId>> of(Class<N> noun) {
        return Optional.ofNullable((Field<N, SellerId>) BY_NOUN.get(noun));
    }

    /** The records that were given to one of these teams, whoever owns them; none of most nouns. */
    @SuppressWarnings("unchecked") // asked for the class whose field it is
    static <N> Optional<Criterion<N>> ofTeams(Class<N> noun, Set<TeamId> teams) {
        return noun == Opportunity.class && !teams.isEmpty()
                ? Optional.of((Criterion<N>) within(OpportunityFields.TEAM, teams))
                : Optional.empty();
    }

    /** The records that a seller takes part in, besides owning some; none of most nouns. */
    @SuppressWarnings("unchecked") // asked for the class whose field it is
    static <N> Optional<Criterion<N>> takingPart(Class<N> noun, SellerId seller) {
        return noun == Activity.class
                ? Optional.of((Criterion<N>) ActivityFields.participant(seller).is(true))
                : Optional.empty();
    }

    /** The records that are one of these sellers', or nobody's. */
    static <N> Criterion<N> withinOrNobodys(Field<N, SellerId> owner, Set<SellerId> sellers) {
        return within(owner, sellers).or(owner.isSet().not());
    }

    private static <N, I extends Identifier> Criterion<N> within(Field<N, I> field, Set<I> ids) {
        List<I> all =
                ids.stream().sorted(Comparator.comparing(Identifier::value)).toList();
        List<Criterion<N>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(field.in(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return new Criterion.Any<>(parts);
    }
}

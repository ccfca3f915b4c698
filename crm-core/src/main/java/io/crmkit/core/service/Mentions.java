package io.crmkit.core.service;

import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What commands mention and must find, as {@link NotFoundException} says: looked for once per noun, however many commands
 * mention it. Sellers are left out.
 */
final class Mentions {

    private static final List<Looking<?>> NOUNS = List.of(
            new Looking<>(CompanyId.class, Stores::companies),
            new Looking<>(PersonId.class, Stores::people),
            new Looking<>(OpportunityId.class, Stores::opportunities),
            new Looking<>(QuoteId.class, Stores::quotes),
            new Looking<>(SalesOrderId.class, Stores::orders),
            new Looking<>(ProductId.class, Stores::products),
            new Looking<>(TeamId.class, Stores::teams));

    private final List<Identifier> ids = new ArrayList<>();

    Mentions add(@Nullable Identifier id) {
        if (id != null) {
            ids.add(id);
        }
        return this;
    }

    Mentions addAll(Collection<? extends Identifier> all) {
        ids.addAll(all);
        return this;
    }

    Mentions add(ActivitySubjects subjects) {
        return add(subjects.company())
                .add(subjects.person())
                .add(subjects.opportunity())
                .add(subjects.quote())
                .add(subjects.order());
    }

    Mentions add(List<Participant> participants) {
        for (Participant participant : participants) {
            add(participant.person());
        }
        return this;
    }

    Mentions add(OpportunityParties parties) {
        add(parties.team()).add(parties.company()).add(parties.contact());
        for (ContactRole role : parties.roles()) {
            add(role.person());
        }
        return this;
    }

    Mentions add(DocumentParties parties) {
        return add(parties.company()).add(parties.contact()).add(parties.opportunity());
    }

    /** Leaves out what a record mentions already. */
    Mentions except(Mentions stored) {
        if (!ids.isEmpty() && !stored.ids.isEmpty()) {
            ids.removeAll(new HashSet<>(stored.ids));
        }
        return this;
    }

    /** Refuses what is not there. */
    void require(Call call) {
        Set<Identifier> missing = missing(call);
        if (!missing.isEmpty()) {
            throw new NotFoundException(missing);
        }
    }

    /** What is not there, in the order it is mentioned in; where anything is missing, a set of the caller's own. */
    Set<Identifier> missing(Call call) {
        Set<Identifier> missing = Set.of();
        for (Looking<?> noun : NOUNS) {
            Collection<? extends Identifier> absent = noun.absent(call, ids);
            if (!absent.isEmpty()) {
                missing = missing.isEmpty() ? new HashSet<>() : missing;
                missing.addAll(absent);
            }
        }
        return missing.isEmpty() ? missing : inOrder(missing);
    }

    private Set<Identifier> inOrder(Set<Identifier> missing) {
        Set<Identifier> inOrder = new LinkedHashSet<>(ids);
        inOrder.retainAll(missing);
        return inOrder;
    }

    /** One noun, and where its records are kept. */
    private record Looking<I extends Identifier>(Class<I> id, Function<Stores, Store<?, I>> store) {

        Collection<I> absent(Call call, List<Identifier> ids) {
            List<I> asked = asked(ids);
            if (asked.isEmpty()) {
                return asked;
            }
            Set<I> existing = store.apply(call.stores()).existing(call.tenant(), asked);
            return existing.containsAll(asked)
                    ? List.of()
                    : asked.stream().filter(each -> !existing.contains(each)).toList();
        }

        /* a single activity mentions few: no list is made for the nouns it does not mention */
        private List<I> asked(List<Identifier> ids) {
            List<I> asked = List.of();
            for (Identifier each : ids) {
                if (id.isInstance(each)) {
                    asked = asked.isEmpty() ? new ArrayList<>() : asked;
                    asked.add(id.cast(each));
                }
            }
            return asked;
        }
    }
}

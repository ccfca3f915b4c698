package io.crmkit.examples.exchange;

import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.JoinCompany;
import io.crmkit.core.service.Relation;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds what cards say, each in one transaction, and keeps count. */
final class CardImport {

    private static final int MOST_PROBLEMS = 1_000;

    private final CrmSession session;
    private final List<CardProblem> problems = new ArrayList<>();
    private int people;
    private int companies;
    private int alreadyStored;
    private int refused;

    CardImport(CrmSession session) {
        this.session = session;
    }

    CardReport report() {
        return new CardReport(people, companies, alreadyStored, problems, refused);
    }

    void refuse(List<CardProblem> reasons) {
        refused++;
        reasons.stream().limit(MOST_PROBLEMS - problems.size()).forEach(problems::add);
    }

    void take(ContactCard card) {
        if (isStored(card)) {
            alreadyStored++;
        } else if (card.kind() == ContactCard.Kind.COMPANY) {
            session.companies()
                    .add(new AddCompany(
                            card.name(),
                            null,
                            null,
                            null,
                            card.contactPoints(),
                            Relation.UNKNOWN,
                            CustomFields.NONE,
                            card.tags()));
            companies++;
        } else {
            companies += session.together(one -> added(one, card));
            people++;
        }
    }

    private boolean isStored(ContactCard card) {
        UUID uid = card.uid();
        if (card.kind() == ContactCard.Kind.COMPANY) {
            return (uid != null && session.companies().find(new CompanyId(uid)).isPresent())
                    || named(session, card.name()).isPresent();
        }
        return uid != null && session.people().find(new PersonId(uid)).isPresent();
    }

    private static Optional<CompanyId> named(CrmSession session, String name) {
        return session.companies().select(CompanyFields.NAME.is(name), PageRequest.first(1)).items().stream()
                .map(Company::id)
                .findFirst();
    }

    /* returns how many companies there are more */
    private static int added(CrmSession session, ContactCard card) {
        PersonId person = session.people()
                .add(new AddPerson(card.name(), card.contactPoints(), Relation.UNKNOWN, CustomFields.NONE, card.tags()))
                .id();
        int fresh = 0;
        for (Position position : card.positions()) {
            Optional<CompanyId> known = named(session, position.company());
            CompanyId company = known.isPresent()
                    ? known.get()
                    : session.companies()
                            .add(AddCompany.named(position.company()))
                            .id();
            fresh += known.isPresent() ? 0 : 1;
            session.affiliations()
                    .join(new JoinCompany(
                            person,
                            company,
                            position.role(),
                            position.tenure().from(),
                            position.tenure().until(),
                            position.primary()));
        }
        return fresh;
    }
}

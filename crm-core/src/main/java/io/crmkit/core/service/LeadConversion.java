package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.DuplicateProfile;
import io.crmkit.core.party.DuplicateScore;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.ConvertLead.Opening;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One lead's conversion: what it would do, and, in a transaction whose saves are written down, doing it. */
final class LeadConversion {

    /* each further attempt means that somebody else has changed the lead meanwhile */
    private static final int ATTEMPTS = 10;

    private final Call call;
    private final Duplicates duplicates;
    private final ConvertLead command;

    LeadConversion(Call call, Duplicates duplicates, ConvertLead command) {
        this.call = call;
        this.duplicates = duplicates;
        this.command = command;
    }

    LeadConversionPlan plan() {
        Lead lead = call.stores()
                .leads()
                .find(call.tenant(), command.lead())
                .orElseThrow(() -> new NotFoundException(command.lead()));
        return lead.progress().status() == LeadStatus.CONVERTED ? done(lead) : plan(lead);
    }

    private static LeadConversionPlan done(Lead lead) {
        LeadLinks links = lead.links();
        return new LeadConversionPlan(lead, List.of(), List.of(), links.company(), links.person(), false, false, false);
    }

    private LeadConversionPlan plan(Lead lead) {
        // refuses what the save would refuse, before anything is looked for
        lead.converted(LeadLinks.NONE);
        if (command.opportunity() != null) {
            new StageMoves(call).pipeline(command.opportunity().pipeline());
        }
        String companyName = lead.name().company();
        String personName = lead.name().person();
        List<DuplicateScore> companies =
                likely(command.company(), profile(lead, null, companyName), companyName, DuplicateKind.COMPANY);
        List<DuplicateScore> people =
                likely(command.person(), profile(lead, personName, null), personName, DuplicateKind.PERSON);
        CompanyId company = target(new Companies(call), command.company(), companies, CompanyId::new);
        PersonId person = target(new People(call), command.person(), people, PersonId::new);
        return new LeadConversionPlan(
                lead,
                companies,
                people,
                company,
                person,
                company == null && companyName != null,
                person == null && personName != null,
                command.opportunity() != null);
    }

    private static DuplicateProfile profile(Lead lead, @Nullable String personName, @Nullable String companyName) {
        DuplicateProfile whole = DuplicateProfile.of(lead);
        return new DuplicateProfile(whole.kind(), whole.id(), personName, companyName, whole.emails(), whole.phones());
    }

    private List<DuplicateScore> likely(
            @Nullable Identifier given, DuplicateProfile profile, @Nullable String name, DuplicateKind among) {
        return given != null || name == null || !command.matching() ? List.of() : duplicates.like(profile, among);
    }

    /* one that was merged is found as the one it was merged into */
    private static <N extends Noun<I>, I extends Identifier> @Nullable I target(
            Records<N, I> records, @Nullable I given, List<DuplicateScore> likely, Function<UUID, I> id) {
        if (given == null) {
            return likely.isEmpty() ? null : id.apply(likely.get(0).theirs().id());
        }
        return records.find(given).map(Noun::id).orElseThrow(() -> new NotFoundException(given));
    }

    Lead run() {
        for (int attempt = 1; ; attempt++) {
            LeadConversionPlan plan = plan();
            if (plan.lead().progress().status() == LeadStatus.CONVERTED) {
                return plan.lead();
            }
            try {
                return converted(plan);
            } catch (StaleRevisionException overtaken) {
                if (attempt == ATTEMPTS || !overtaken.id().equals(command.lead())) {
                    throw overtaken;
                }
            }
        }
    }

    private Lead converted(LeadConversionPlan plan) {
        LeadLinks links = new LeadLinks(
                plan.createsPerson() ? new PersonId(call.ids().next()) : plan.person(),
                plan.createsCompany() ? new CompanyId(call.ids().next()) : plan.company(),
                null);
        // the lead first: whoever saves it converts it, and everybody else waits here
        Lead lead = call.stores().leads().save(call.tenant(), plan.lead().converted(links));
        if (plan.createsCompany() && links.company() != null) {
            call.stores().companies().save(call.tenant(), company(lead, links.company()));
        }
        if (plan.createsPerson() && links.person() != null) {
            call.stores().people().save(call.tenant(), person(lead, links.person()));
        }
        Opening opening = command.opportunity();
        return opening == null ? lead : opened(lead, opening);
    }

    /* a lead that names a person is reached there, not at the company */
    private static Company company(Lead lead, CompanyId id) {
        return Company.named(id, requireNonNull(lead.name().company()))
                .withContactPoints(lead.name().person() == null ? lead.contactPoints() : List.of())
                .withRelationship(relationship(lead));
    }

    private static Person person(Lead lead, PersonId id) {
        return new Person(id, Revision.NONE, requireNonNull(lead.name().person()), null)
                .withContactPoints(lead.contactPoints())
                .withRelationship(relationship(lead));
    }

    private static Relationship relationship(Lead lead) {
        return new Relationship(lead.progress().owner(), SalesStage.PROSPECT, lead.source(), PartyState.ACTIVE);
    }

    private Lead opened(Lead lead, Opening opening) {
        LeadLinks links = lead.links();
        var opportunity = new Opportunities(call)
                .opened(call.commands()
                        .check(new OpenOpportunity(
                                opening.name(),
                                opening.pipeline(),
                                new OpportunityParties(lead.progress().owner(), links.company(), links.person()),
                                opening.product(),
                                opening.amount(),
                                opening.expectedClose())));
        LeadLinks all = new LeadLinks(links.person(), links.company(), opportunity.id());
        return call.stores().leads().save(call.tenant(), lead.withLinks(all));
    }
}

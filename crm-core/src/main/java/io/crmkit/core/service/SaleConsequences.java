package io.crmkit.core.service;

import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Stores;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.NotFoundException;
import org.jspecify.annotations.Nullable;

/** What a policy makes of a sale, within the sale's own transaction. */
final class SaleConsequences {

    private final Call call;
    private final SalePolicy policy;

    SaleConsequences(Call call, SalePolicy policy) {
        this.call = call;
        this.policy = policy;
    }

    void follow(Recording recording, DocumentParties parties) {
        Call within = call.over(recording.stores());
        if (policy.winsOpportunity() && parties.opportunity() != null) {
            win(within, parties.opportunity());
        }
        if (policy.makesCustomer()) {
            welcome(within, parties.company(), parties.contact());
        }
    }

    private static void win(Call within, OpportunityId id) {
        Opportunities opportunities = new Opportunities(within);
        Opportunity opportunity = opportunities.find(id).orElseThrow(() -> new NotFoundException(id));
        if (opportunity.standing().outcome() != Outcome.WON) {
            opportunities.move(id, won(within, opportunity).id(), opportunity.revision());
        }
    }

    private static Stage won(Call within, Opportunity opportunity) {
        Pipeline pipeline = new Pipelines(within)
                .find(opportunity.standing().pipeline())
                .orElseThrow(() -> new NotFoundException(opportunity.standing().pipeline()));
        return pipeline.stages().stream()
                .filter(stage -> stage.kind() == StageKind.WON)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pipeline " + pipeline.name() + " must have a stage of kind WON to win an opportunity in"));
    }

    private static void welcome(Call within, @Nullable CompanyId company, @Nullable PersonId contact) {
        Stores stores = within.stores();
        if (company != null) {
            Company known =
                    stores.companies().find(within.tenant(), company).orElseThrow(() -> new NotFoundException(company));
            stores.companies().save(within.tenant(), known.withRelationship(customer(known.relationship())));
        } else if (contact != null) {
            Person known =
                    stores.people().find(within.tenant(), contact).orElseThrow(() -> new NotFoundException(contact));
            stores.people().save(within.tenant(), known.withRelationship(customer(known.relationship())));
        }
    }

    private static Relationship customer(Relationship relationship) {
        return relationship.withStage(SalesStage.CUSTOMER);
    }
}

package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as a line of a portfolio, with the names of the company and the person it is with.
 *
 * @param id the opportunity
 * @param revision the revision a change of it starts from
 * @param name what it is called
 * @param pipeline the pipeline
 * @param stage the stage it is in
 * @param outcome what became of it
 * @param owner the seller, or null where it is nobody's or not to be seen
 * @param company the company, or null
 * @param companyName what the company is called, or null where there is none that may be seen
 * @param contact the person, or null
 * @param contactName what the person is called, or null where there is none that may be seen
 * @param expectedClose the day it is expected to close, or null
 * @param amount what it is worth, or null
 */
public record Deal(
        OpportunityId id,
        Revision revision,
        String name,
        PipelineId pipeline,
        StageId stage,
        Outcome outcome,
        @Nullable SellerId owner,
        @Nullable CompanyId company,
        @Nullable String companyName,
        @Nullable PersonId contact,
        @Nullable String contactName,
        @Nullable LocalDate expectedClose,
        @Nullable Money amount) {

    /** Makes a line. */
    public Deal {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(name, "name");
        requireNonNull(pipeline, "pipeline");
        requireNonNull(stage, "stage");
        requireNonNull(outcome, "outcome");
    }

    /**
     * Makes a page of records that are read whole: in three questions, for stores that cannot join.
     *
     * @param stores where the records are kept
     * @param tenant the tenant
     * @param meant which opportunities
     * @param request how many, and after which
     * @return the page
     */
    public static Page<Deal> page(Stores stores, TenantId tenant, Criterion<Opportunity> meant, PageRequest request) {
        Page<Opportunity> page = stores.opportunities().select(tenant, meant, request);
        List<Opportunity> all = page.items();
        Map<CompanyId, Company> companies = found(
                all, deal -> deal.parties().company(), ids -> stores.companies().findAll(tenant, ids));
        Map<PersonId, Person> people = found(
                all, deal -> deal.parties().contact(), ids -> stores.people().findAll(tenant, ids));
        return new Page<>(all.stream().map(deal -> of(deal, companies, people)).toList(), page.last());
    }

    private static <I extends Identifier, N extends Noun<I>> Map<I, N> found(
            List<Opportunity> all, Function<Opportunity, @Nullable I> id, Function<Collection<I>, Map<I, N>> find) {
        List<I> ids = all.stream().map(id).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? Map.of() : find.apply(ids);
    }

    private static Deal of(Opportunity deal, Map<CompanyId, Company> companies, Map<PersonId, Person> people) {
        CompanyId company = deal.parties().company();
        PersonId contact = deal.parties().contact();
        Company with = company == null ? null : companies.get(company);
        Person of = contact == null ? null : people.get(contact);
        return new Deal(
                deal.id(),
                deal.revision(),
                deal.label().name(),
                deal.standing().pipeline(),
                deal.standing().stage(),
                deal.standing().outcome(),
                deal.parties().owner(),
                company,
                with == null ? null : with.name(),
                contact,
                of == null ? null : of.name(),
                deal.dates().expectedClose(),
                deal.amount());
    }
}

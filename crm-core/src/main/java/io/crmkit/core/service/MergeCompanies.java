package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Merging companies. */
final class MergeCompanies extends MergeParty<Company, CompanyId> {

    @Override
    DuplicateKind kind() {
        return DuplicateKind.COMPANY;
    }

    @Override
    Store<Company, CompanyId> store(Stores stores) {
        return stores.companies();
    }

    @Override
    CompanyId id(UUID value) {
        return new CompanyId(value);
    }

    @Override
    List<MergeField<Company>> fields() {
        List<MergeField<Company>> fields = new ArrayList<>();
        fields.add(new MergeField<>("name", Company::name, (company, name) -> company.withName(requireNonNull(name))));
        fields.add(new MergeField<>("sector", Company::sector, Company::withSector));
        fields.add(new MergeField<>("location", Company::location, Company::withLocation));
        fields.add(new MergeField<>(
                "parent",
                company -> company.parent() == null ? null : company.parent().toString(),
                MergeCompanies::withParent));
        fields.addAll(MergeRelationship.fields(Company::relationship, Company::withRelationship));
        return fields;
    }

    /* a company merged into the one it belonged to belongs to nobody by that */
    private static Company withParent(Company company, @Nullable String parent) {
        CompanyId other = parent == null ? null : CompanyId.parse(parent);
        return company.withParent(company.id().equals(other) ? null : other);
    }

    @Override
    List<ContactPoint> contactPoints(Company company) {
        return company.contactPoints();
    }

    @Override
    CustomFields custom(Company company) {
        return company.custom();
    }

    @Override
    Set<String> tags(Company company) {
        return company.tags();
    }

    @Override
    Company with(Company company, List<ContactPoint> contactPoints, CustomFields custom, Set<String> tags) {
        return company.withContactPoints(contactPoints).withCustom(custom).withTags(tags);
    }

    @Override
    PartyState state(Company company) {
        return company.relationship().state();
    }

    @Override
    @Nullable
    UUID mergedInto(Company company) {
        CompanyId into = company.mergedInto();
        return into == null ? null : into.value();
    }

    @Override
    Company merged(Company company, @Nullable UUID into, PartyState state) {
        return new Company(
                company.id(),
                company.revision(),
                company.name(),
                company.sector(),
                company.location(),
                company.parent(),
                company.contactPoints(),
                company.relationship().withState(state),
                into == null ? null : new CompanyId(into),
                company.custom(),
                company.tags());
    }

    @Override
    List<MergeReference<?, ?>> references() {
        return MergeReferences.TO_COMPANIES;
    }

    /* whoever belongs to the merged company will belong to the survivor, which must not then belong to them */
    @Override
    Company untangled(Stores stores, TenantId tenant, Company survivor, UUID merged, List<String> conflicts) {
        Set<UUID> above = new HashSet<>(Set.of(survivor.id().value(), merged));
        CompanyId next = survivor.parent();
        while (next != null && above.add(next.value())) {
            next = store(stores).find(tenant, next).map(Company::parent).orElse(null);
        }
        if (next == null) {
            return survivor;
        }
        conflicts.add("parent is left out: by way of " + survivor.parent() + " the survivor would belong to itself");
        return survivor.withParent(null);
    }
}

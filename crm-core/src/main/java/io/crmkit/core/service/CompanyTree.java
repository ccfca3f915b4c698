package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.port.Store;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Companies and their parents. A cycle that another system brought in ends a walk where it would begin again. */
final class CompanyTree {

    private final Store<Company, CompanyId> companies;
    private final TenantId tenant;
    private final Commands commands;

    CompanyTree(Call call) {
        this.companies = call.stores().companies();
        this.tenant = call.tenant();
        this.commands = call.commands();
    }

    void requireInUse(String command, @Nullable CompanyId parent) {
        if (parent != null) {
            inUse(command, parent);
        }
    }

    void requireInUse(String command, Collection<CompanyId> parents) {
        Set<CompanyId> missing = new LinkedHashSet<>(parents);
        Map<CompanyId, Company> found = companies.findAll(tenant, missing);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            throw new NotFoundException(missing);
        }
        parents.forEach(parent -> requireInUse(command, requireNonNull(found.get(parent))));
    }

    private void requireInUse(String command, Company parent) {
        PartyState state = parent.relationship().state();
        if (state == PartyState.MERGED || state == PartyState.ERASED) {
            throw commands.refused(command, "parent", parent.id(), Rule.of("crmkit.companyInUse", "state", state));
        }
    }

    private Company inUse(String command, CompanyId parentId) {
        Company parent = companies.find(tenant, parentId).orElseThrow(() -> new NotFoundException(parentId));
        requireInUse(command, parent);
        return parent;
    }

    void requireNoCycle(Company company, @Nullable CompanyId parentId) {
        if (parentId == null) {
            return;
        }
        Company parent = inUse("ChangeCompany", parentId);
        boolean itself = parentId.equals(company.id());
        if (itself || ancestors(parent).stream().anyMatch(each -> each.id().equals(company.id()))) {
            Map<String, Object> names = Map.of("branch", parent.name(), "name", company.name());
            Rule broken = new Rule(itself ? "crmkit.companyItself" : "crmkit.companyBranch", names);
            throw commands.refused("ChangeCompany", "parent", parentId, broken);
        }
    }

    List<Company> ancestors(Company company) {
        Map<CompanyId, Company> seen = new LinkedHashMap<>();
        Company last = company;
        while (last != null && seen.putIfAbsent(last.id(), last) == null) {
            CompanyId parent = last.parent();
            last = parent == null ? null : companies.find(tenant, parent).orElse(null);
        }
        seen.remove(company.id());
        return List.copyOf(seen.values());
    }

    List<Company> below(Company company) {
        Map<CompanyId, Company> seen = new LinkedHashMap<>();
        List<Company> level = List.of(company);
        while (!level.isEmpty()) {
            level = level.stream()
                    .filter(each -> seen.putIfAbsent(each.id(), each) == null)
                    .toList();
            level = branches(level.stream().map(Company::id).toList());
        }
        return List.copyOf(seen.values());
    }

    private List<Company> branches(List<CompanyId> parents) {
        List<Company> all = new ArrayList<>();
        for (int i = 0; i < parents.size(); i += PageRequest.LARGEST) {
            List<CompanyId> portion = parents.subList(i, Math.min(parents.size(), i + PageRequest.LARGEST));
            Criterion<Company> criterion = CompanyFields.PARENT.in(portion);
            Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
            while (request.isPresent()) {
                Page<Company> page = companies.select(tenant, criterion, request.get());
                all.addAll(page.items());
                request = page.next(PageRequest.LARGEST);
            }
        }
        return all;
    }
}

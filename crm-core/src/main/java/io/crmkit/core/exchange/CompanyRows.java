package io.crmkit.core.exchange;

import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of companies; branches are joined to their parents at the end, since a parent may be listed after its branches. */
final class CompanyRows implements Batch<CompanyRows.Draft> {

    /** A row as read. */
    record Draft(Company company, @Nullable String parent) {}

    private final Workspace work;
    private final String file;
    private final Lines lines = new Lines();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<Company> branches = new ArrayList<>();

    CompanyRows(Workspace work, String file) {
        this.work = work;
        this.file = file;
    }

    @Override
    public @Nullable Draft read(Row row) {
        String name = row.required("name", 200);
        String sector = row.text("sector", 200);
        String location = row.text("location", 200);
        String parent = row.text("parent", 200);
        if (name == null) {
            return null;
        }
        if (name.equals(parent)) {
            row.refuseField("parent", name, "must not be the company itself");
        }
        lines.refuseRepeated(row, "name", name);
        CompanyId id = new CompanyId(work.ids.next());
        return new Draft(new Company(id, Revision.NONE, name, sector, location, null), parent);
    }

    @Override
    public List<RowProblem> store(List<Draft> drafts) {
        Set<String> fresh = work.companies.missing(
                drafts.stream().map(draft -> draft.company().name()).collect(Collectors.toSet()));
        List<Company> unstored = new ArrayList<>();
        for (Draft draft : drafts) {
            String name = draft.company().name();
            if (!fresh.contains(name)) {
                work.companies.list(name);
                work.findings.count(Code.ALREADY_STORED, file, "");
                continue;
            }
            unstored.add(draft.company());
            if (draft.parent() != null) {
                parents.put(name, draft.parent());
            }
        }
        work.companies.store(unstored).stream()
                .filter(company -> parents.containsKey(company.name()))
                .forEach(branches::add);
        return List.of();
    }

    @Override
    public void finish() {
        parents.values().stream()
                .filter(work.companies::isUnlisted)
                .forEach(parent -> work.findings.count(Code.UNKNOWN_COMPANY, file, parent));
        for (int from = 0; from < branches.size(); from += SIZE) {
            List<Company> some = branches.subList(from, Math.min(from + SIZE, branches.size()));
            work.companies.resolve(some.stream().map(this::parentOf).toList());
            work.stores
                    .companies()
                    .saveAll(work.tenant, some.stream().map(this::joined).toList());
        }
    }

    private String parentOf(Company branch) {
        return Objects.requireNonNull(parents.get(branch.name()), branch.name());
    }

    private Company joined(Company branch) {
        CompanyId parent = work.companies.required(parentOf(branch));
        return branch.withParent(parent);
    }
}

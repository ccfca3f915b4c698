package io.crmkit.core.exchange;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of activities. */
final class ActivityRows implements Batch<ActivityRows.Draft> {

    /** A row as read. */
    record Draft(
            long line,
            ActivityType type,
            String seller,
            Instant at,
            ActivityState state,
            @Nullable String company,
            @Nullable String contact,
            @Nullable String opportunity,
            @Nullable String reference) {}

    private final Workspace work;
    private final String file;
    private final Columns columns;
    private final Lines lines = new Lines();

    ActivityRows(Workspace work, String file, Columns columns) {
        this.work = work;
        this.file = file;
        this.columns = columns;
    }

    @Override
    public @Nullable Draft read(Row row) {
        String reference = row.text("reference", 100);
        lines.refuseRepeated(row, "reference", reference);
        ActivityType type = type(row);
        String seller = row.required("seller", 200);
        Instant at = row.instant("at", "time");
        if (at == null && !row.isFilled(columns.of("at"))) {
            row.refuseField("at", "", "must not be blank");
        }
        ActivityState state = state(row);
        String company = row.text("company", 200);
        String contact = row.text("contact", 200);
        String opportunity = row.text("opportunity", 100);
        if (type == null || seller == null || at == null || state == null) {
            return null;
        }
        return new Draft(row.line(), type, seller, at, state, company, contact, opportunity, reference);
    }

    private static @Nullable ActivityType type(Row row) {
        String words = row.required("type", 40);
        try {
            return words == null ? null : ActivityType.named(words);
        } catch (IllegalArgumentException e) {
            row.refuseField("type", String.valueOf(words), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable ActivityState state(Row row) {
        String words = row.raw("state");
        ActivityState state = words == null
                ? ActivityState.HELD
                : columns.mapping().stateOf(words).orElse(null);
        if (state == null) {
            row.refuseField(
                    "state",
                    String.valueOf(words),
                    "is no state by the mapping: set state.held, .planned, .not_held, .cancelled");
        }
        return state;
    }

    @Override
    public List<RowProblem> store(List<Draft> drafts) {
        drafts.stream()
                .filter(draft -> work.sellers.isUnlisted(draft.seller()))
                .forEach(draft -> work.findings.count(Code.UNKNOWN_SELLER, file, draft.seller()));
        work.sellers.resolve(drafts.stream().map(Draft::seller).toList());
        work.companies.resolve(given(drafts, Draft::company));
        work.people.resolve(given(drafts, Draft::contact));
        Map<String, OpportunityId> opportunities =
                work.stores.opportunities().idsByNaturalKey(work.tenant, Set.copyOf(given(drafts, Draft::opportunity)));
        Set<String> stored = work.stores
                .activities()
                .idsByNaturalKey(work.tenant, given(drafts, Draft::reference))
                .keySet();
        Map<Boolean, List<Draft>> known = drafts.stream()
                .collect(Collectors.partitioningBy(draft -> stored.contains(String.valueOf(draft.reference()))));
        List<Activity> activities = new ArrayList<>();
        known.getOrDefault(false, List.of()).forEach(draft -> activities.add(activity(draft, opportunities)));
        work.stores.activities().saveAll(work.tenant, activities);
        return known.getOrDefault(true, List.of()).stream()
                .map(draft -> new RowProblem(
                        file,
                        draft.line(),
                        columns.headingOf("reference"),
                        String.valueOf(draft.reference()),
                        "is stored already"))
                .toList();
    }

    private static List<String> given(List<Draft> drafts, Function<Draft, @Nullable String> name) {
        return drafts.stream()
                .flatMap(draft -> Stream.ofNullable(name.apply(draft)))
                .distinct()
                .toList();
    }

    private Activity activity(Draft draft, Map<String, OpportunityId> opportunities) {
        String reference = draft.opportunity();
        OpportunityId opportunity = reference == null ? null : opportunities.get(reference);
        if (reference != null && opportunity == null) {
            work.findings.count(Code.UNKNOWN_OPPORTUNITY, file, reference);
        }
        return new Activity(
                new ActivityId(work.ids.next()),
                Revision.NONE,
                draft.type(),
                work.sellers.required(draft.seller()),
                draft.at(),
                draft.state(),
                new ActivitySubjects(work.companies.id(draft.company()), work.people.id(draft.contact()), opportunity),
                draft.reference());
    }
}

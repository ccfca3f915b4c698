package io.crmkit.core.exchange;

import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageMoveException;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of opportunities. */
final class OpportunityRows implements Batch<OpportunityRows.Draft> {

    /** A row as read. */
    record Draft(
            long line,
            OpportunityLabel label,
            @Nullable String seller,
            @Nullable String company,
            @Nullable String contact,
            Standing standing,
            OpportunityDates dates,
            @Nullable Money amount) {}

    private final Workspace work;
    private final String file;
    private final Columns columns;
    private final Drafts pipelines;
    private final Lines lines = new Lines();

    OpportunityRows(Workspace work, String file, Columns columns, Drafts pipelines) {
        this.work = work;
        this.file = file;
        this.columns = columns;
        this.pipelines = pipelines;
    }

    @Override
    public @Nullable Draft read(Row row) {
        String reference = row.text("reference", 100);
        lines.refuseRepeated(row, "reference", reference);
        String seller = row.text("seller", 200);
        String company = row.text("company", 200);
        String contact = row.text("contact", 200);
        OpportunityLabel label = label(row, reference, company);
        Money amount = amount(row);
        Standing standing = standing(row);
        OpportunityDates dates = standing == null ? null : dates(row, standing.outcome());
        if (standing == null || dates == null || !row.problems().isEmpty()) {
            return null;
        }
        return new Draft(row.line(), label, seller, company, contact, standing, dates, amount);
    }

    private static OpportunityLabel label(Row row, @Nullable String reference, @Nullable String company) {
        String product = row.text("product", 200);
        String name = row.text("name", 300);
        String title = name != null ? name : company != null ? company : reference != null ? reference : "(no name)";
        return new OpportunityLabel(title, reference, product);
    }

    private @Nullable Money amount(Row row) {
        Currency named = row.currency();
        Currency fixed = columns.mapping().currency();
        Currency currency = named != null ? named : fixed != null ? fixed : work.options.currency();
        Money amount = row.money("amount", currency);
        if (amount != null && named == null && fixed == null) {
            work.findings.count(Code.CURRENCY_ASSUMED, file, currency.getCurrencyCode());
        }
        return amount;
    }

    private @Nullable Standing standing(Row row) {
        String stageName = row.required("stage", 100);
        String status = row.raw("status");
        Optional<Outcome> told =
                status == null ? Optional.empty() : columns.mapping().outcomeOf(status);
        if (status != null && told.isEmpty()) {
            row.refuseField(
                    "status", status, "is neither open, won nor lost by the mapping: set outcome.open, .won, .lost");
        }
        if (stageName == null) {
            return null;
        }
        String pipelineName = row.text("pipeline", 200);
        Pipeline pipeline =
                pipelines.named(pipelineName == null ? columns.mapping().pipeline() : pipelineName);
        Stage stage = pipeline.stageNamed(stageName).orElseThrow();
        if (columns.mapping().kindOf(stage.name()).isEmpty()) {
            work.findings.count(Code.UNKNOWN_STAGE, file, stage.name());
        }
        return standing(row, pipeline, stage, told.orElse(stage.kind().outcome()));
    }

    /** The furthest open stage there is evidence of: where it stands, a day it entered one, or that it was won. */
    private Standing standing(Row row, Pipeline pipeline, Stage stage, Outcome outcome) {
        Standing plain = Standing.in(pipeline, stage);
        List<Stage> open = pipeline.openStages();
        Stage last = open.get(open.size() - 1);
        Stage reached = outcome == Outcome.WON
                ? last
                : Stream.concat(
                                Stream.of(pipeline.stage(plain.reached()).orElseThrow()),
                                open.stream().filter(candidate -> entered(row, candidate)))
                        .max(java.util.Comparator.comparingInt(candidate -> pipeline.order(candidate.id())))
                        .orElseThrow();
        return new Standing(pipeline.id(), pipeline.version(), stage.id(), reached.id(), outcome, null);
    }

    private boolean entered(Row row, Stage stage) {
        return columns.stagesEntered().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(stage.name()) && row.isFilled(entry.getValue()));
    }

    private static @Nullable OpportunityDates dates(Row row, Outcome outcome) {
        LocalDate opened = row.date("opened");
        LocalDate expected = row.date("expected_close");
        LocalDate closed = row.date("closed");
        LocalDate either = row.date("close_date");
        if (outcome == Outcome.OPEN && closed != null) {
            row.refuseField("closed", closed.toString(), "must be blank while the opportunity is open");
        }
        LocalDate end = outcome == Outcome.OPEN ? null : closed == null ? either : closed;
        if (opened != null && end != null && end.isBefore(opened)) {
            String field = closed == null ? "close_date" : "closed";
            row.refuseField(field, end.toString(), "must not be before the opening on " + opened);
            return null;
        }
        return new OpportunityDates(opened, expected == null && outcome == Outcome.OPEN ? either : expected, end);
    }

    @Override
    public List<RowProblem> store(List<Draft> drafts) {
        work.sellers.resolve(names(drafts, Draft::seller, Code.UNKNOWN_SELLER, work.sellers::isUnlisted));
        work.companies.resolve(names(drafts, Draft::company, Code.UNKNOWN_COMPANY, work.companies::isUnlisted));
        work.people.resolve(names(drafts, Draft::contact, Code.UNKNOWN_COMPANY, name -> false));
        names(drafts, draft -> draft.label().product(), Code.UNKNOWN_PRODUCT, work.products::isUnlisted);
        Set<String> stored = work.stores
                .opportunities()
                .idsByNaturalKey(
                        work.tenant,
                        drafts.stream()
                                .flatMap(
                                        draft -> Stream.ofNullable(draft.label().reference()))
                                .toList())
                .keySet();
        List<RowProblem> refused = new ArrayList<>();
        List<Opportunity> opportunities = new ArrayList<>();
        Map<SellerId, Seller> sellers = sellers(drafts);
        for (Draft draft : drafts) {
            String reference = draft.label().reference();
            if (reference != null && stored.contains(reference)) {
                refused.add(new RowProblem(
                        file, draft.line(), columns.headingOf("reference"), reference, "is stored already"));
            } else {
                admitted(draft, opportunity(draft, sellers), refused).ifPresent(opportunities::add);
            }
        }
        work.stores.opportunities().saveAll(work.tenant, opportunities);
        return refused;
    }

    /** What the gate of its stage lets in, as it would one that is opened there; the rest is refused with all that is missing. */
    private Optional<Opportunity> admitted(Draft draft, Opportunity opportunity, List<RowProblem> refused) {
        Pipeline pipeline = pipelines.of(draft.standing());
        try {
            return Optional.of(pipeline.admit(opportunity));
        } catch (StageMoveException kept) {
            String stage =
                    pipeline.stage(draft.standing().stage()).map(Stage::name).orElse("");
            refused.add(new RowProblem(
                    file, draft.line(), columns.headingOf("stage"), stage, String.valueOf(kept.getMessage())));
            return Optional.empty();
        }
    }

    /** The names a batch uses, those not on a list that was read being counted. */
    private List<String> names(
            List<Draft> drafts,
            Function<Draft, @Nullable String> name,
            Code unlisted,
            java.util.function.Predicate<String> isUnlisted) {
        List<String> names = drafts.stream()
                .flatMap(draft -> Stream.ofNullable(name.apply(draft)))
                .toList();
        names.stream().filter(isUnlisted).forEach(missing -> work.findings.count(unlisted, file, missing));
        return names;
    }

    private Map<SellerId, Seller> sellers(List<Draft> drafts) {
        return work.stores
                .sellers()
                .findAll(
                        work.tenant,
                        drafts.stream()
                                .flatMap(draft -> Stream.ofNullable(work.sellers.id(draft.seller())))
                                .distinct()
                                .toList());
    }

    private Opportunity opportunity(Draft draft, Map<SellerId, Seller> sellers) {
        SellerId owner = work.sellers.id(draft.seller());
        Seller seller = owner == null ? null : sellers.get(owner);
        return new Opportunity(
                new OpportunityId(work.ids.next()),
                Revision.NONE,
                draft.label(),
                new OpportunityParties(owner, work.companies.id(draft.company()), work.people.id(draft.contact()))
                        .withTeam(seller == null ? null : seller.team()),
                draft.standing(),
                draft.dates(),
                draft.amount());
    }
}

package io.crmkit.core.exchange;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The import of one file: its rows read, checked, stored in batches, and counted. */
final class FileImport {

    private static final int SHOWN_EVERY = 10_000;

    private final Workspace work;
    private final CsvSource source;
    private final Columns columns;
    private final Values values;
    private final List<RowProblem> problems = new ArrayList<>();
    private long read;
    private long refused;

    FileImport(Workspace work, CsvSource source, Columns columns) {
        this.work = work;
        this.source = source;
        this.columns = columns;
        this.values = new Values(columns.mapping(), work.options.zone());
    }

    DataKind kind() {
        return columns.kind();
    }

    FileReport run(ImportProgress progress) {
        switch (columns.kind()) {
            case SELLERS -> run(new NamedRows<>(work.sellers, work.findings, source.name(), this::seller), progress);
            case COMPANIES -> run(new CompanyRows(work, source.name()), progress);
            case PRODUCTS -> run(new NamedRows<>(work.products, work.findings, source.name(), this::product), progress);
            case OPPORTUNITIES -> run(new OpportunityRows(work, source.name(), columns, pipelines()), progress);
            case ACTIVITIES -> run(new ActivityRows(work, source.name(), columns), progress);
            case UNRECOGNISED -> throw new IllegalStateException("nothing recognised in " + source.name());
        }
        progress.at(source.name(), read);
        return new FileReport(
                source.name(),
                columns.kind(),
                columns.mapping().name(),
                source.charset().name(),
                source.separator(),
                read,
                read - refused,
                refused,
                problems);
    }

    private <D> void run(Batch<D> batch, ImportProgress progress) {
        List<D> drafts = new ArrayList<>();
        forEachRow(row -> {
            D draft = batch.read(row);
            if (++read % SHOWN_EVERY == 0) {
                progress.at(source.name(), read);
            }
            if (draft == null || !row.problems().isEmpty()) {
                refuse(row.problems());
            } else {
                drafts.add(draft);
            }
            if (drafts.size() == Batch.SIZE) {
                store(batch, drafts);
            }
        });
        store(batch, drafts);
        batch.finish();
    }

    private <D> void store(Batch<D> batch, List<D> drafts) {
        if (!drafts.isEmpty()) {
            batch.store(drafts).forEach(problem -> refuse(List.of(problem)));
            drafts.clear();
        }
    }

    private void refuse(List<RowProblem> why) {
        refused++;
        for (RowProblem problem : why) {
            work.options.refusals().accept(problem);
            if (problems.size() < FileReport.SHOWN) {
                problems.add(problem);
            }
        }
    }

    private void forEachRow(Consumer<Row> taker) {
        try (Records records = source.rows()) {
            for (Records.Line line = records.next(); line != null; line = records.next()) {
                String broken = line.broken();
                if (broken == null) {
                    taker.accept(row(line));
                } else {
                    read++;
                    refuse(List.of(new RowProblem(source.name(), line.line(), "", "", broken)));
                }
            }
            String cutShort = records.cutShort();
            if (cutShort != null) {
                work.findings.add(new Finding(
                        Code.CUT_SHORT,
                        source.name(),
                        source.name() + ": not read to its end, " + cutShort,
                        0,
                        "",
                        null));
            }
        } catch (IOException e) {
            throw new ImportException(source.path() + " " + CsvSource.reason(e), e);
        }
    }

    private Row row(Records.Line line) {
        return new Row(columns, values, source.name(), line.line(), line.cells());
    }

    /** The stages that occur, gathered in a pass of their own, so that pipelines are whole before anything uses them. */
    private Drafts pipelines() {
        Drafts drafts = new Drafts(work.stores.pipelines(), work.tenant, work.ids, columns.mapping());
        try (Records records = source.rows()) {
            for (Records.Line line = records.next(); line != null; line = records.next()) {
                Row row = row(line);
                String stage = row.text("stage", 100);
                String pipeline = row.text("pipeline", 200);
                if (stage != null) {
                    drafts.see(pipeline == null ? columns.mapping().pipeline() : pipeline, stage);
                }
            }
        } catch (IOException e) {
            throw new ImportException(source.path() + " " + CsvSource.reason(e), e);
        }
        drafts.store();
        return drafts;
    }

    private @Nullable Seller seller(Row row) {
        String name = row.required("name", 200);
        String team = row.text("team", 200);
        String region = row.text("region", 200);
        if (name == null || !row.problems().isEmpty()) {
            return null;
        }
        return new Seller(
                new SellerId(work.ids.next()), Revision.NONE, name, team == null ? null : work.team(team, region));
    }

    private @Nullable Product product(Row row) {
        String name = row.required("name", 200);
        String series = row.text("series", 200);
        Currency named = row.currency();
        Currency fixed = columns.mapping().currency();
        Money price = row.money("list_price", named != null ? named : fixed != null ? fixed : work.options.currency());
        return name == null ? null : new Product(new ProductId(work.ids.next()), Revision.NONE, name, series, price);
    }
}

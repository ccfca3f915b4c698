package io.crmkit.examples.quickstart;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.exchange.ImportOptions;
import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.exchange.SafeCsvWriter;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.examples.report.Report;
import io.crmkit.examples.report.ReportJson;
import io.crmkit.examples.report.ReportPage;
import io.crmkit.examples.report.Summary;
import io.crmkit.jpa.JpaStores;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Function;

/** One run of the main job. */
final class Quickstart {

    private static final YearMonth GENERATED_MONTH = YearMonth.of(2026, 3);
    private static final long SEED = 534;
    private static final Actor ANALYST = new Actor(new TenantId("quickstart"), "analyst");

    private final Settings settings;
    private final PrintStream progress;

    /**
     * Prepares a run.
     *
     * @param settings what was asked for
     * @param progress where progress is shown
     */
    Quickstart(Settings settings, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Reads, counts, writes.
     *
     * @param out where the summary is printed
     * @throws IOException if a file cannot be written
     */
    void run(PrintStream out) throws IOException {
        ImportOptions options = settings.importOptions();
        Files.createDirectories(settings.out());
        Path data = settings.data() == null ? generated() : settings.data();
        Report report = report(data, options);
        ReportJson.write(report, settings.out().resolve("report.json"));
        ReportPage.write(report, settings.out().resolve("report.html"));
        out.println(Summary.of(report));
        out.println("Report: " + settings.out().resolve("report.html").toAbsolutePath());
        out.println("        " + settings.out().resolve("report.json").toAbsolutePath());
    }

    private Path generated() throws IOException {
        Path folder = settings.out().resolve("data");
        new TeamMonth(GENERATED_MONTH, settings.zone(), SEED).write(folder);
        return folder;
    }

    private Report report(Path data, ImportOptions options) throws IOException {
        try (EmbeddedDatabase database = new EmbeddedDatabase("quickstart");
                SafeCsvWriter refused = SafeCsvWriter.toRefusals(settings.out().resolve("refused.csv"))) {
            ImportReport imported = in(
                    database,
                    session -> session.imports().folder(data, options.withRefusals(refused::refusal), this::show));
            return in(database, session -> new ReportMaker(session, settings.zone()).make(title(data), imported));
        }
    }

    private String title(Path data) {
        return settings.data() == null
                ? "A generated month of twenty sellers"
                : "CRM export " + data.toAbsolutePath().normalize().getFileName();
    }

    private static <T> T in(EmbeddedDatabase database, Function<CrmSession, T> work) {
        return database.inTransaction(entityManager -> work.apply(session(entityManager)));
    }

    private static CrmSession session(EntityManager entityManager) {
        return Crm.builder().stores(JpaStores.joining(entityManager)).build().as(ANALYST);
    }

    private void show(String file, long rows) {
        progress.printf("  reading %s: %,d rows%n", file, rows);
    }
}

package io.crmkit.examples.report;

import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.exchange.RowProblem;
import java.util.List;

/** What the import read, refused, and noticed. */
final class FindingsSection {

    private static final int SHOWN = 50;

    private FindingsSection() {}

    static Html of(ImportReport report) {
        Html html = new Html()
                .add("<section><h2>What was read</h2>")
                .table(
                        "Rows of each file",
                        List.of("File", "Rows of", "Read", "Taken", "Refused", "Mapping", "Encoding"),
                        report.files().stream()
                                .map(file -> List.of(
                                        file.file(),
                                        file.kind().name().toLowerCase(java.util.Locale.ROOT),
                                        Figures.count(file.read()),
                                        Figures.count(file.taken()),
                                        Figures.count(file.refused()),
                                        file.mapping(),
                                        file.encoding()))
                                .toList());
        findings(html, report);
        problems(html, report);
        return html.add("</section>");
    }

    private static void findings(Html html, ImportReport report) {
        html.add("<h3>Findings</h3>");
        if (report.findings().isEmpty()) {
            html.add("<p>Nothing stood out.</p>");
            return;
        }
        html.add("<ul class=\"findings\">");
        report.findings().stream().limit(SHOWN).forEach(found -> html.add("<li>%s</li>", found.message()));
        html.add("</ul>");
        rest(html, report.findings().size(), "report.json lists all.");
    }

    private static void problems(Html html, ImportReport report) {
        html.add("<h3>Refused rows</h3>");
        if (report.refused() == 0) {
            html.add("<p>No row was refused.</p>");
            return;
        }
        List<RowProblem> problems = report.files().stream()
                .flatMap(file -> file.problems().stream())
                .toList();
        html.table(
                "Why rows were refused",
                List.of("File", "Line", "Column", "Value", "Rule"),
                problems.stream()
                        .limit(SHOWN)
                        .map(problem -> List.of(
                                problem.file(),
                                Figures.count(problem.line()),
                                problem.column(),
                                problem.value(),
                                problem.rule()))
                        .toList());
        rest(html, problems.size(), "refused.csv beside this page lists all.");
    }

    private static void rest(Html html, long all, String where) {
        if (all > SHOWN) {
            html.add("<p>And %s more; %s</p>", Figures.count(all - SHOWN), where);
        }
    }
}

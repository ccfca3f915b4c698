package io.crmkit.core.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.port.IdSource;
import io.crmkit.core.port.Stores;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what another CRM exported, and stores it.
 *
 * <p>A file is known by its headings. Rows stream through in batches; a row that breaks a rule is refused with every rule
 * it breaks, and does not stop the others. All files of an import are stored in one transaction, the host's,
 * and each record stored is written down in the journal; from the first thousand on, other writers of the tenant wait
 * until that transaction ends.
 */
public final class CsvImport {

    private static final String MAPPING_FILE = "crm-mapping.properties";

    private final Stores stores;
    private final Actor actor;
    private final Clock clock;
    private final IdSource ids;

    private CsvImport(Stores stores, Actor actor, Clock clock, IdSource ids) {
        this.stores = requireNonNull(stores, "stores");
        this.actor = requireNonNull(actor, "actor");
        this.clock = requireNonNull(clock, "clock");
        this.ids = requireNonNull(ids, "ids");
    }

    /**
     * Prepares imports.
     *
     * @param stores where records go, and what was done is written down
     * @param actor who imports; the records will be the actor's tenant's
     * @param clock what time it is
     * @param ids where their identities come from
     * @return the import
     */
    public static CsvImport into(Stores stores, Actor actor, Clock clock, IdSource ids) {
        return new CsvImport(stores, actor, clock, ids);
    }

    /**
     * Reads every {@code .csv} file of a folder, by the mapping {@code crm-mapping.properties} in it where there is one
     * and the options name none.
     *
     * @param folder the folder
     * @param options how to read
     * @param progress told how far reading has come
     * @return what was read, taken and refused, and what stood out
     * @throws ImportException if nothing could be taken; nothing is stored then
     */
    public ImportReport readFolder(Path folder, ImportOptions options, ImportProgress progress) {
        if (!Files.isDirectory(folder)) {
            throw new ImportException(
                    "folder " + folder + (Files.exists(folder) ? " is a file, not a folder" : " does not exist"), null);
        }
        Path mapping = folder.resolve(MAPPING_FILE);
        ImportOptions chosen = options.mapping() == null && Files.exists(mapping)
                ? options.withMapping(Mapping.read(mapping))
                : options;
        return readFiles(csvFiles(folder), chosen, progress);
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ImportException("folder " + folder + " holds no .csv file", null);
            }
            return found;
        } catch (IOException e) {
            throw new ImportException("folder " + folder + " " + CsvSource.reason(e), e);
        }
    }

    /**
     * Reads files: sellers first, then companies, products, opportunities and activities.
     *
     * @param files the files, in any order
     * @param options how to read
     * @param progress told how far reading has come
     * @return what was read, taken and refused, and what stood out
     * @throws ImportException if nothing could be taken; nothing is stored then
     */
    public ImportReport readFiles(List<Path> files, ImportOptions options, ImportProgress progress) {
        return Recording.write(stores, actor, clock, recording -> {
            Workspace work = new Workspace(recording.stores(), actor.tenant(), ids, options);
            List<FileReport> reports = recognised(work, files).stream()
                    .sorted(Comparator.comparing(FileImport::kind))
                    .map(file -> file.run(progress))
                    .toList();
            ImportReport report = new ImportReport(reports, work.findings.all(work::meantBy));
            if (report.taken() == 0) {
                throw new ImportException(nothingTaken(report), null);
            }
            return report;
        });
    }

    private static List<FileImport> recognised(Workspace work, List<Path> files) {
        List<FileImport> imports = new ArrayList<>();
        for (Path file : files) {
            try {
                recognised(work, CsvSource.open(file, work.options.mapping())).ifPresent(imports::add);
            } catch (ImportException e) {
                String why = String.valueOf(e.getMessage());
                work.findings.add(new Finding(Code.UNREADABLE_FILE, name(file), why, 0, "", null));
            }
        }
        return imports;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Optional<FileImport> recognised(Workspace work, CsvSource source) {
        Mapping given = work.options.mapping();
        List<Mapping> mappings = given == null ? Mapping.builtIn() : List.of(given);
        Optional<Columns> columns = Columns.recognise(source.headings(), mappings);
        if (columns.isEmpty()) {
            String known = given == null ? "no mapping knows" : "the mapping does not know";
            String missed = Columns.missed(source.headings(), mappings)
                    .map(fields -> "; there is no column for " + fields)
                    .orElse("");
            String headings = String.join(", ", source.headings());
            note(work, Code.UNRECOGNISED_FILE, source, known + " its headings: " + headings + missed, "");
            return Optional.empty();
        }
        noteOddities(work, source, columns.get());
        return Optional.of(new FileImport(work, source, columns.get()));
    }

    private static void noteOddities(Workspace work, CsvSource source, Columns columns) {
        if (source.guessed()) {
            note(work, Code.ENCODING_FALLBACK, source, "is not valid UTF-8; it was read as Windows-1252", "");
        }
        if (work.options.mapping() != null) {
            columns.absent()
                    .forEach(
                            field -> note(work, Code.MISSING_COLUMN, source, "there is no column for " + field, field));
        }
        for (String heading : columns.unused()) {
            note(
                    work,
                    Code.UNMAPPED_COLUMN,
                    source,
                    "the column '" + heading + "' is in no field and was left out",
                    heading);
        }
        for (String heading : columns.repeated()) {
            note(
                    work,
                    Code.UNMAPPED_COLUMN,
                    source,
                    "the column '" + heading + "' stands twice; the first that is filled was taken",
                    heading);
        }
    }

    private static void note(Workspace work, Code code, CsvSource source, String what, String value) {
        work.findings.add(new Finding(code, source.name(), source.name() + ": " + what, 0, value, null));
    }

    private static String nothingTaken(ImportReport report) {
        Stream<String> files = report.files().stream()
                .map(file -> file.file()
                        + (file.read() == 0
                                ? " has headings and no rows"
                                : " has no row that could be taken; the first: "
                                        + file.problems().get(0)));
        Stream<String> findings = report.findings().stream()
                .filter(finding -> finding.code() == Code.UNREADABLE_FILE || finding.code() == Code.UNRECOGNISED_FILE)
                .map(Finding::message);
        return "nothing could be imported: " + Stream.concat(files, findings).collect(Collectors.joining("; "));
    }
}

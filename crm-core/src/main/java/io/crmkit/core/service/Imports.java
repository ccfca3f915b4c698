package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.exchange.CsvImport;
import io.crmkit.core.exchange.ImportOptions;
import io.crmkit.core.exchange.ImportProgress;
import io.crmkit.core.exchange.ImportReport;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bringing in what another system exported. */
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Call call;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Imports(Call call) {
        this.call = requireNonNull(call, "call");
    }

    /**
     * Reads every CSV file of a folder, in the host's transaction.
     *
     * @param folder the folder
     * @param options how to read
     * @param progress told how far reading has come
     * @return what was read, taken and refused, and what stood out
     * @throws io.crmkit.core.exchange.ImportException if nothing could be read at all
     */
    public ImportReport folder(Path folder, ImportOptions options, ImportProgress progress) {
        return noted(reader().readFolder(folder, options, progress));
    }

    /**
     * Reads CSV files, in the host's transaction.
     *
     * @param files the files
     * @param options how to read
     * @param progress told how far reading has come
     * @return what was read, taken and refused, and what stood out
     * @throws io.crmkit.core.exchange.ImportException if nothing could be read at all
     */
    public ImportReport files(List<Path> files, ImportOptions options, ImportProgress progress) {
        return noted(reader().readFiles(files, options, progress));
    }

    private ImportReport noted(ImportReport report) {
        LOG.debug(
                "imported {} of {} rows for tenant {}, refused {}",
                report.taken(),
                report.read(),
                call.tenant(),
                report.refused());
        return report;
    }

    private CsvImport reader() {
        return CsvImport.into(call.stores(), call.actor(), call.clock(), call.ids());
    }
}

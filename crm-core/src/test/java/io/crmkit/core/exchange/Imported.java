package io.crmkit.core.exchange;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A folder of files, and stores to import them into. */
final class Imported {

    static final TenantId TENANT = new TenantId("acme");
    static final Actor ACTOR = new Actor(TENANT, "anna");
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    final Stores stores = InMemoryStores.empty();
    private final Path folder;

    Imported(Path folder) {
        this.folder = folder;
    }

    Imported file(String name, String... lines) {
        return bytes(name, String.join("\n", lines), StandardCharsets.UTF_8);
    }

    Imported bytes(String name, String text, Charset charset) {
        try {
            Files.write(folder.resolve(name), text.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport read() {
        return read(ImportOptions.defaults());
    }

    ImportReport read(ImportOptions options) {
        return importing(stores).readFolder(folder, options, ImportProgress.silent());
    }

    static CsvImport importing(Stores stores) {
        return CsvImport.into(stores, ACTOR, Clock.fixed(NOW, ZoneOffset.UTC), UUID::randomUUID);
    }

    List<String> problems() {
        return read().files().stream()
                .flatMap(file -> file.problems().stream())
                .map(RowProblem::toString)
                .toList();
    }

    List<Opportunity> opportunities() {
        return all(Stores::opportunities);
    }

    Opportunity only() {
        List<Opportunity> all = opportunities();
        if (all.size() != 1) {
            throw new AssertionError("one opportunity expected, found " + all.size());
        }
        return all.get(0);
    }

    <N extends Noun<I>, I extends Identifier> List<N> all(Function<Stores, Store<N, I>> store) {
        return store.apply(stores)
                .page(TENANT, PageRequest.first(PageRequest.LARGEST))
                .items();
    }
}

package io.crmkit.jpa;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts the contract's tests on a provider and a database, and writes what all such classes of this build counted as a
 * table, target/providers.md; into the README too, where the system property crmkit.readme is true.
 */
final class PassedTable implements TestWatcher, AfterAllCallback {

    private static final Path TARGET = Path.of("target");
    private static final Path ROWS = TARGET.resolve("providers");
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- written by the build, see below -->\n";
    private static final String END = "<!-- end -->\n";
    private static final String HEAD = """
            | provider | database | contract tests passed | failed |
            |---|---|---|---|
            """;

    private int passed;
    private int failed;
    private @Nullable ProviderContract contract;

    @Override
    public void testSuccessful(ExtensionContext context) {
        passed++;
        contract = contract(context);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failed++;
        contract = contract(context);
    }

    private static ProviderContract contract(ExtensionContext test) {
        List<Object> instances = test.getRequiredTestInstances().getAllInstances();
        return (ProviderContract) instances.get(0);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, SQLException {
        if (contract != null && context.getRequiredTestClass() == contract.getClass()) {
            write(contract);
        }
    }

    /* one class at a time, since the build runs two processes */
    private void write(ProviderContract ran) throws IOException, SQLException {
        Files.createDirectories(ROWS);
        try (FileChannel lock = FileChannel.open(
                TARGET.resolve("providers.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Files.writeString(
                    ROWS.resolve(ran.provider() + " " + ran.database()),
                    "| %s | %s | %,d | %d |%n"
                            .formatted(ran.provider().version(), version(ran.database()), passed, failed));
            String table = table();
            Files.writeString(TARGET.resolve("providers.md"), table);
            if (Boolean.getBoolean("crmkit.readme")) {
                writeReadme(table);
            }
        }
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        for (Provider provider : Provider.values()) {
            for (Database database : Database.values()) {
                Path row = ROWS.resolve(provider + " " + database);
                table.append(Files.exists(row) ? Files.readString(row) : "");
            }
        }
        return table.toString();
    }

    private static void writeReadme(String table) throws IOException {
        String before = Files.readString(README);
        int begin = before.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(README, before.substring(0, begin) + table + before.substring(before.indexOf(END, begin)));
    }

    /* as the driver tells it, without the name of who packed it */
    private static String version(Database database) throws SQLException {
        try (EntityManager manager = database.factory().createEntityManager()) {
            return manager.callWithConnection((java.sql.Connection connection) -> Stream.of(
                            connection.getMetaData().getDatabaseProductName(),
                            connection.getMetaData().getDatabaseProductVersion().split("[ -]")[0])
                    .collect(joining(" ")));
        }
    }
}

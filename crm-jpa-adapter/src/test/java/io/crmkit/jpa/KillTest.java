package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.jpa.NumberedWork.Left;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed in the middle of writes: of what was acknowledged nothing is lost, of the rest nothing is left by half. */
@Tag("heavy")
class KillTest {

    private static final int KILLS = Integer.getInteger("crmkit.kills", 3);
    private static final int THREADS = 4;
    /* in blocks of 512 bytes, as sh counts them */
    private static final int LARGEST_FILE = 4_000;

    private final Random random = new Random(20_261_128L);

    @TempDir
    private Path folder;

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /* H2 writes a commit to the file within half a second, unless it is told to do so at once */
    private String file() {
        return "jdbc:h2:file:" + folder.resolve("crmkit") + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000";
    }

    private static List<String> writer(String url) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", System.getProperty("java.class.path"), NumberedWork.class.getName(), url);
    }

    /* the numbers told until there are some, and those told until the process is gone */
    private static List<Long> killedAfter(int some, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> committed = new ArrayList<>();
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                NumberedWork.committed(line).ifPresent(committed::add);
                if (committed.size() == some) {
                    process.toHandle().destroyForcibly(); // which leaves what was told to be read
                }
            }
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process is still there");
        return committed;
    }

    private static Left requireWhole(String url, Collection<Long> committed) {
        try (EntityManagerFactory factory = Database.opened(Map.of("jakarta.persistence.jdbc.url", url));
                JpaSession session = JpaSession.on(factory)) {
            return NumberedWork.requireWhole(session, committed);
        }
    }

    private void survives(String what, String url) throws Exception {
        Left left = Left.NOTHING;
        for (int i = 0; i < KILLS; i++) {
            List<Long> committed = killedAfter(10 + random.nextInt(30), writer(url));
            assertTrue(committed.size() >= 10, () -> "written before the kill: " + committed.size());
            left = left.then(requireWhole(url, committed));
        }
        left.report(what, KILLS + " times");
    }

    @Test
    void aKilledWriterLosesNothingThatIsInAFile() throws Exception {
        Database.H2.runScript(file());
        survives("kill -9 of the writer, H2 file", file());
    }

    @Test
    void aKilledWriterLosesNothingThatIsOnAServer() throws Exception {
        try (EmbeddedPostgres server = server()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            Database.POSTGRESQL.runScript(url);
            survives("kill -9 of the writer, PostgreSQL", url);
        }
    }

    @Test
    void aFileThatCanGrowNoMoreLosesNothing() throws Exception {
        Database.H2.runScript(file());
        List<String> limited =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + LARGEST_FILE + "; exec \"$@\"", "sh"));
        limited.addAll(writer(file()));
        List<Long> committed = killedAfter(Integer.MAX_VALUE, limited);
        assertTrue(committed.size() >= 10, () -> "written before the file was full: " + committed.size());
        requireWhole(file(), committed).report("full disk, H2 file", "once");
    }

    @Test
    void aKilledServerLosesNothing() throws Exception {
        Left left = Left.NOTHING;
        for (int i = 0; i < KILLS; i++) {
            Collection<Long> committed = writtenUntilTheServerIsKilled(10 + random.nextInt(30));
            try (EmbeddedPostgres again = server()) {
                left = left.then(requireWhole(again.getJdbcUrl("postgres", "postgres"), committed));
            }
        }
        left.report("kill -9 of PostgreSQL", KILLS + " times");
    }

    private Collection<Long> writtenUntilTheServerIsKilled(int some) throws Exception {
        try (EmbeddedPostgres server = server()) {
            return writtenUntilKilled(prepared(server), some);
        }
    }

    private Collection<Long> writtenUntilKilled(String url, int some) throws Exception {
        Collection<Long> committed = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(some);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (EntityManagerFactory factory = Database.opened(Map.of("jakarta.persistence.jdbc.url", url))) {
            Callable<Boolean> writing = () -> {
                try (JpaSession session = JpaSession.on(factory)) {
                    while (true) {
                        committed.add(NumberedWork.write(session));
                        enough.countDown();
                    }
                } catch (RuntimeException gone) {
                    return true;
                }
            };
            for (int i = 0; i < THREADS; i++) {
                threads.submit(writing);
            }
            assertTrue(enough.await(60, TimeUnit.SECONDS), "the writers were too slow");
            killServer();
            threads.shutdown();
            assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS), "the writers did not notice");
        } finally {
            threads.shutdownNow();
        }
        return committed;
    }

    private String prepared(EmbeddedPostgres server) throws IOException, SQLException {
        String url = server.getJdbcUrl("postgres", "postgres");
        Path done = folder.resolve("prepared");
        if (!Files.exists(done)) {
            Database.POSTGRESQL.runScript(url);
            Files.createFile(done);
        }
        return url;
    }

    /* the postmaster alone: its children find that it is gone, and go too */
    private void killServer() throws Exception {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        long id = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(id).orElseThrow();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get(60, TimeUnit.SECONDS);
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }
}

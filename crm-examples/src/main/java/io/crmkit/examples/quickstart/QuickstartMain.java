package io.crmkit.examples.quickstart;

import io.crmkit.core.value.CrmException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The main job: reads a CRM export, keeps it in an embedded database, and writes what it says as a page and as JSON.
 *
 * <p>Run by {@code mvn -q -Pquickstart -DskipTests package}; {@link Settings} lists the properties it listens to.
 */
public final class QuickstartMain {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger PROVIDER_LOG = Logger.getLogger("org.hibernate");

    private QuickstartMain() {}

    /**
     * Runs the job; the process ends with 0, or with 1 where nothing could be read or written.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PROVIDER_LOG.setLevel(Level.SEVERE);
        int status =
                run(System.getProperties(), Path.of("crm-examples", "target", "quickstart"), System.out, System.err);
        System.out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Runs the job.
     *
     * @param properties the settings
     * @param defaultOut where the report goes unless said otherwise
     * @param out where the summary is printed
     * @param err where progress and failures are printed
     * @return 0, or 1 where nothing could be read or written
     */
    static int run(Properties properties, Path defaultOut, PrintStream out, PrintStream err) {
        try {
            new Quickstart(Settings.of(properties, defaultOut), err).run(out);
            return 0;
        } catch (CrmException | IllegalArgumentException e) {
            err.println("crmkit: " + e.getMessage());
        } catch (FileSystemException e) {
            err.println("crmkit: cannot write " + e.getFile() + ": " + reason(e));
        } catch (IOException e) {
            err.println("crmkit: cannot write the report: " + reason(e));
        }
        return 1;
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException broken ? broken.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}

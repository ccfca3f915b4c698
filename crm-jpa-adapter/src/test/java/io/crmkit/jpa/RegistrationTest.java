package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways a host registers the row classes, each beside an entity of its own in one persistence unit. */
class RegistrationTest {

    private static final String MAPPING = "META-INF/crmkit-orm.xml";

    private static PersistenceConfiguration host(String url) {
        return new PersistenceConfiguration("another host")
                .managedClass(HostOrder.class)
                .validationMode(ValidationMode.NONE)
                .property("jakarta.persistence.jdbc.url", url)
                .property("hibernate.hbm2ddl.auto", "validate")
                .property("eclipselink.logging.level", "SEVERE")
                .property("eclipselink.target-database", BindingH2Platform.class.getName());
    }

    private static String database(Provider provider, String before, String after) throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + provider + ";DB_CLOSE_DELAY=-1";
        Database.run(url, before + Database.H2.script() + after + Database.HOSTS_OWN);
        return url;
    }

    @ParameterizedTest
    @EnumSource
    void byItsMappingFile(Provider provider) throws Exception {
        works(provider, host(database(provider, "", "")).mappingFile(MAPPING));
    }

    @ParameterizedTest
    @EnumSource
    void byItsClasses(Provider provider) throws Exception {
        PersistenceConfiguration host = host(database(provider, "", ""));
        for (String name : classes()) {
            host.managedClass(Class.forName("io.crmkit.jpa." + name));
        }
        works(provider, host);
    }

    /* all that the mapping file names, as a host would copy them */
    private static List<String> classes() throws IOException {
        return Pattern.compile(
                        "(?:entity|mapped-superclass|embeddable|converter) class=\"(?:io\\.crmkit\\.jpa\\.)?(\\w+)\"")
                .matcher(mapping())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String mapping() throws IOException {
        try (var file = Objects.requireNonNull(JpaStores.class.getResourceAsStream("/" + MAPPING))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inASchemaOfTheirOwnByACopyOfTheMappingFileThatNamesIt(Provider provider) throws Exception {
        String copy = mapping().replace("<package>io.crmkit.jpa</package>", """
                <package>io.crmkit.jpa</package>
                <schema>sales</schema>""");
        String url = database(provider, "create schema sales; set schema sales;", "; set schema public;");
        works(provider, host(url).mappingFile(written("META-INF/schema-orm.xml", copy)));
    }

    @ParameterizedTest
    @EnumSource
    void underAPrefixOfTheirOwnByCopiesOfMappingFileAndScriptThatSaySo(Provider provider) throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + provider + ";DB_CLOSE_DELAY=-1";
        Database.run(url, Database.H2.script().replace("crm_", "sales_") + Database.HOSTS_OWN);
        String copy = mapping().replace("crm_", "sales_");
        works(provider, host(url).mappingFile(written("META-INF/prefix-orm.xml", copy)));
    }

    /* on the class path, where mapping files are looked for */
    private static String written(String name, String mapping) throws Exception {
        Path classes = Path.of(RegistrationTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.writeString(classes.resolve(name), mapping);
        return name;
    }

    /* of the provider itself, since Hibernate takes the configurations of others too */
    private static PersistenceProvider made(Provider provider) throws ReflectiveOperationException {
        return (PersistenceProvider)
                Class.forName(provider.className()).getConstructor().newInstance();
    }

    private static void works(Provider provider, PersistenceConfiguration host) throws ReflectiveOperationException {
        try (EntityManagerFactory factory = made(provider).createEntityManagerFactory(host);
                EntityManager manager = factory.createEntityManager()) {
            TenantId tenant = new TenantId("acme");
            Stores stores = JpaStores.joining(manager);
            Company company = Company.named(new CompanyId(UUID.randomUUID()), "Acme")
                    .withContactPoints(List.of(
                            new EmailPoint(new EmailAddress("info@example.org"), "office", ContactStatus.ACTIVE)));
            HostOrder order = HostOrder.fresh();
            manager.getTransaction().begin();
            manager.persist(order);
            Company saved = stores.companies().save(tenant, company);
            manager.getTransaction().commit();
            assertEquals(saved, stores.companies().find(tenant, company.id()).orElseThrow());
            assertTrue(manager.contains(order));
        }
    }
}

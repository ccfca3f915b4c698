package io.crmkit.examples.spring;

import io.crmkit.core.team.SellerId;
import io.crmkit.examples.spring.FrontDesk.Guest;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * A hotel's booking system with a CRM inside.
 *
 * <p>Shows that the host's tables and the CRM's stand in one persistence unit and one transaction: a booking that the
 * database refuses takes the guest and the call that were recorded with it back, too.
 */
@SpringBootApplication
public class BookingMain {

    /*
     * What a host has in its application.properties. The last two are all that crmkit asks for; the validation mode is for
     * hosts with a validator and no expression language on the class path, which Hibernate would ask for.
     */
    private static final Map<String, Object> PROPERTIES = Map.of(
            "spring.main.banner-mode", Banner.Mode.OFF.name(),
            "spring.datasource.url", "jdbc:h2:mem:bookings",
            "spring.jpa.hibernate.ddl-auto", "validate",
            "spring.jpa.open-in-view", "false",
            "spring.jpa.properties.jakarta.persistence.validation.mode", "none",
            "spring.sql.init.schema-locations",
                    "classpath:META-INF/crmkit/schema/h2/V1.sql,classpath:io/crmkit/examples/spring/booking.sql",
            "spring.jpa.mapping-resources", "META-INF/crmkit-orm.xml");

    /** Made by Spring. */
    public BookingMain() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = start()) {
            run(application, System.out);
        }
    }

    static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(BookingMain.class);
        application.setDefaultProperties(PROPERTIES);
        return application.run();
    }

    static void run(ConfigurableApplicationContext application, PrintStream out) {
        FrontDesk desk = application.getBean(FrontDesk.class);
        SellerId clerk = desk.hire("Anna Rossi");
        LocalDate night = LocalDate.of(2026, 3, 14);
        desk.book(12, night, new Guest("Zoe Bianchi", "zoe@example.org"), clerk);
        out.println("booked room 12 for Zoe: " + known(desk));
        try {
            desk.book(12, night, new Guest("Eva Huber", "eva@example.org"), clerk);
        } catch (DataIntegrityViolationException taken) {
            out.println("room 12 is taken, and nothing of Eva was kept: " + known(desk));
        }
        application.getBean(GuestNews.class).lines().forEach(line -> out.println("heard: " + line));
    }

    private static String known(FrontDesk desk) {
        return desk.guests() + " guest, " + desk.calls() + " call in the CRM";
    }
}

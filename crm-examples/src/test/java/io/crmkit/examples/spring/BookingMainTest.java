package io.crmkit.examples.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.team.SellerId;
import io.crmkit.examples.spring.FrontDesk.Guest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** The library inside a Spring Boot application: one persistence unit, one transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingMainTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 14);

    @SuppressWarnings("NullAway.Init") // started before all tests
    private ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init") // found before all tests
    private FrontDesk desk;

    @SuppressWarnings("NullAway.Init") // hired before all tests
    private SellerId clerk;

    @BeforeAll
    void start() {
        application = BookingMain.start();
        desk = application.getBean(FrontDesk.class);
        clerk = desk.hire("Anna Rossi");
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private BookingRepository bookings() {
        return application.getBean(BookingRepository.class);
    }

    private List<Long> counts() {
        return List.of(bookings().count(), desk.guests(), desk.calls());
    }

    private List<Long> plusOneOfEach(List<Long> counts) {
        return counts.stream().map(count -> count + 1).toList();
    }

    @Test
    void aBookingAndItsGuestAreKeptTogether() {
        List<Long> before = counts();
        Booking booking = desk.book(1, NIGHT, new Guest("Zita Bianchi", "zita@example.org"), clerk);
        assertEquals(plusOneOfEach(before), counts());
        assertEquals(
                booking.guest(), bookings().findById(booking.id()).orElseThrow().guest());
    }

    @Test
    void aRefusalOfTheHostsOwnTableUndoesWhatTheCrmStored() {
        desk.book(2, NIGHT, new Guest("Ida Moser", "ida@example.org"), clerk);
        List<Long> before = counts();
        List<String> heard = application.getBean(GuestNews.class).lines();
        assertThrows(
                DataIntegrityViolationException.class,
                () -> desk.book(2, NIGHT, new Guest("Eva Huber", "eva@example.org"), clerk));
        assertEquals(before, counts());
        assertEquals(heard, application.getBean(GuestNews.class).lines(), "nothing is told of what was rolled back");
    }

    @Test
    void aRollbackOfTheHostsOwnUndoesBoth() {
        List<Long> before = counts();
        application.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            desk.book(3, NIGHT, new Guest("Leo Fabbri", "leo@example.org"), clerk);
            assertEquals(plusOneOfEach(before), counts(), "the transaction sees its own work");
            status.setRollbackOnly();
        });
        assertEquals(before, counts());
    }

    @Test
    void theHostHearsOfWhatWasCommitted() {
        int heard = application.getBean(GuestNews.class).lines().size();
        desk.book(4, NIGHT, new Guest("Pia Conti", "pia@example.org"), clerk);
        List<String> lines = application.getBean(GuestNews.class).lines();
        assertEquals(List.of("person added", "activity added"), lines.subList(heard, lines.size()));
    }

    @Test
    void theExampleTellsWhatItShows() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        BookingMain.run(application, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        String known = text.lines().findFirst().orElseThrow().substring("booked room 12 for Zoe: ".length());
        assertTrue(text.contains("room 12 is taken, and nothing of Eva was kept: " + known), text);
        assertTrue(text.contains("heard: person added"), text);
    }

    @Test
    void aGuestWhoBooksAgainIsTheSamePerson() {
        Guest ugo = new Guest("Ugo Serra", "ugo@example.org");
        assertEquals(
                desk.book(5, NIGHT, ugo, clerk).guest(),
                desk.book(5, NIGHT.plusDays(1), ugo, clerk).guest());
    }
}

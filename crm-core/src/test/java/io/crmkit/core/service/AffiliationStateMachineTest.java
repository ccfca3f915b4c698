package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** One person's affiliations, against a calendar of days on which she is where. */
class AffiliationStateMachineTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final int DAYS = 12;

    /** A row of the calendar: from a day until before another, or to its end. */
    private static final class Row {

        private final AffiliationId id;
        private final int company;
        private final int from;
        private int until;
        private boolean primary;
        private long revision = 1;

        private Row(AffiliationId id, int company, int from, int until, boolean primary) {
            this.id = id;
            this.company = company;
            this.from = from;
            this.until = until;
            this.primary = primary;
        }

        private boolean isOn(int day) {
            return from <= day && day < until;
        }

        private boolean overlaps(int first, int end) {
            return from < end && first < until;
        }
    }

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm =
                Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));
        private final PersonId eva =
                crm.people().add(new AddPerson("Eva", null)).id();
        private final List<CompanyId> companies = List.of(
                crm.companies().add(AddCompany.named("Acme")).id(),
                crm.companies().add(AddCompany.named("Beta")).id());
        private final List<Row> rows = new ArrayList<>();

        private static @Nullable LocalDate day(int day) {
            return day == DAYS ? null : MAY.plusDays(day);
        }

        private static Revision seen(Row row, Random random) {
            return new Revision(random.nextInt(6) == 0 ? row.revision + 1 : row.revision);
        }

        private static boolean isDone(@Nullable Class<?> refusal, Supplier<Affiliation> command) {
            assertEquals(refusal, Steps.refusal(command));
            return refusal == null;
        }

        /* the same company twice on one day is refused; another first company ends being the first */
        private @Nullable Class<?> refusal(int company, int from, int until) {
            boolean twice = rows.stream().anyMatch(row -> row.company == company && row.overlaps(from, until));
            return twice || until <= from ? InvalidCommandException.class : null;
        }

        private void entered(int company, int from, int until, boolean primary) {
            for (Row row : rows) {
                if (primary && row.primary && row.overlaps(from, until)) {
                    row.primary = false;
                    row.revision++;
                }
            }
            Set<AffiliationId> known = new HashSet<>();
            rows.forEach(row -> known.add(row.id));
            Affiliation fresh = crm.affiliations().ofPerson(eva).stream()
                    .filter(each -> !known.contains(each.id()))
                    .findFirst()
                    .orElseThrow();
            rows.add(new Row(fresh.id(), company, from, until, primary));
        }

        private void join(Random random) {
            int company = random.nextInt(2);
            int from = random.nextInt(DAYS);
            int until = random.nextBoolean() ? DAYS : random.nextInt(DAYS + 1);
            boolean primary = random.nextBoolean();
            JoinCompany command = new JoinCompany(eva, companies.get(company), null, day(from), day(until), primary);
            if (isDone(refusal(company, from, until), () -> crm.affiliations().join(command))) {
                entered(company, from, until, primary);
            }
        }

        private void end(Random random) {
            if (rows.isEmpty()) {
                return;
            }
            Row row = rows.get(random.nextInt(rows.size()));
            Revision seen = seen(row, random);
            int until = random.nextInt(DAYS);
            LocalDate day = MAY.plusDays(until);
            Class<?> invalid = until <= row.from || until > row.until ? InvalidCommandException.class : null;
            Class<?> refusal = seen.number() == row.revision ? invalid : StaleRevisionException.class;
            if (isDone(refusal, () -> crm.affiliations().end(row.id, day, seen))) {
                row.revision += row.until == until ? 0 : 1;
                row.until = until;
            }
        }

        private void moveOn(Random random) {
            if (rows.isEmpty()) {
                return;
            }
            Row row = rows.get(random.nextInt(rows.size()));
            Revision seen = seen(row, random);
            int company = random.nextInt(2);
            int from = random.nextInt(DAYS);
            int until = row.until;
            boolean invalid = from <= row.from || from > until;
            row.until = invalid ? until : from;
            Class<?> refused = invalid ? InvalidCommandException.class : refusal(company, from, DAYS);
            Class<?> refusal = seen.number() == row.revision ? refused : StaleRevisionException.class;
            JoinCompany next = new JoinCompany(eva, companies.get(company), null, day(from), null, true);
            if (isDone(refusal, () -> crm.affiliations().moveOn(row.id, seen, next))) {
                row.revision += until == from ? 0 : 1;
                entered(company, from, DAYS, true);
            } else {
                row.until = until;
            }
        }

        private void requireSame() {
            for (Row row : rows) {
                Affiliation stored = crm.affiliations().find(row.id).orElseThrow();
                assertEquals(day(row.from), stored.from());
                assertEquals(day(row.until), stored.until());
                assertEquals(row.primary, stored.primary());
                assertEquals(row.revision, stored.revision().number());
            }
            for (int day = 0; day < DAYS; day++) {
                int on = day;
                Set<CompanyId> there = new HashSet<>();
                rows.stream().filter(row -> row.isOn(on)).forEach(row -> there.add(companies.get(row.company)));
                assertEquals(there, Set.copyOf(crm.affiliations().companiesOf(eva, MAY.plusDays(day))));
                assertEquals(
                        0,
                        rows.stream()
                                .filter(row -> row.primary && row.isOn(on))
                                .skip(1)
                                .count());
            }
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(3, Steps.step("join", World::join))
                .withAction(2, Steps.step("end", World::end))
                .withAction(3, Steps.step("move on", World::moveOn))
                .withMaxTransformations(16);
    }

    @Property(tries = 200)
    void whoIsWhereOnWhichDayIsWhatTheCalendarSays(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.requireSame();
        assertEquals(world.rows.size(), world.crm.affiliations().count());
    }
}

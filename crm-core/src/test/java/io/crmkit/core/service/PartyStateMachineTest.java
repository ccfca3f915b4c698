package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** People and companies under whatever is asked of them in whatever order, against the rows of a table. */
class PartyStateMachineTest {

    /** All the model keeps of a person or a company. */
    private static final class Row<I> {

        private final I id;
        private String name;
        private PartyState state = PartyState.ACTIVE;
        private long revision = 1;
        private @Nullable Row<I> parent;

        private Row(I id, String name) {
            this.id = id;
            this.name = name;
        }

        private boolean isBelow(Row<I> other) {
            return this == other || (parent != null && parent.isBelow(other));
        }

        private Revision seen(Random random) {
            return new Revision(random.nextInt(4) == 0 ? random.nextInt((int) revision + 2) : revision);
        }
    }

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm =
                Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));
        private final List<Row<CompanyId>> companies = new ArrayList<>();
        private final List<Row<PersonId>> people = new ArrayList<>();

        private Company company(Row<CompanyId> row) {
            return crm.companies().find(row.id).orElseThrow();
        }

        private Person person(Row<PersonId> row) {
            return crm.people().find(row.id).orElseThrow();
        }

        private void addCompany(Random random) {
            Row<CompanyId> parent = companies.isEmpty() || random.nextBoolean() ? null : any(companies, random);
            CompanyId under = parent == null ? null : parent.id;
            AddCompany command = new AddCompany("Acme", null, null, under);
            Row<CompanyId> row = new Row<>(crm.companies().add(command).id(), "Acme");
            row.parent = parent;
            companies.add(row);
        }

        private void addPerson(Random random) {
            String name = "Eva " + random.nextInt(3);
            people.add(new Row<>(crm.people().add(new AddPerson(name, null)).id(), name));
        }

        private void change(Random random) {
            String name = "Eva " + random.nextInt(3);
            if (random.nextBoolean() && !companies.isEmpty()) {
                Row<CompanyId> row = any(companies, random);
                Revision seen = row.seen(random);
                ChangeCompany command = ChangeCompany.of(company(row)).withName(name);
                named(row, seen, name, () -> crm.companies().change(row.id, command, seen));
            } else if (!people.isEmpty()) {
                Row<PersonId> row = any(people, random);
                Revision seen = row.seen(random);
                ChangePerson command = ChangePerson.of(person(row)).withName(name);
                named(row, seen, name, () -> crm.people().change(row.id, command, seen));
            }
        }

        private static void named(Row<?> row, Revision seen, String name, Supplier<?> command) {
            if (isDone(row, seen, false, !row.name.equals(name), command)) {
                row.name = name;
            }
        }

        private void put(Random random) {
            PartyState state = random.nextBoolean() ? PartyState.ARCHIVED : PartyState.ACTIVE;
            boolean away = state == PartyState.ARCHIVED;
            if (random.nextBoolean() && !companies.isEmpty()) {
                Row<CompanyId> row = any(companies, random);
                Revision seen = row.seen(random);
                Companies all = crm.companies();
                put(row, seen, state, () -> away ? all.archive(row.id, seen) : all.restore(row.id, seen));
            } else if (!people.isEmpty()) {
                Row<PersonId> row = any(people, random);
                Revision seen = row.seen(random);
                People all = crm.people();
                put(row, seen, state, () -> away ? all.archive(row.id, seen) : all.restore(row.id, seen));
            }
        }

        private static void put(Row<?> row, Revision seen, PartyState state, Supplier<?> command) {
            if (isDone(row, seen, false, row.state != state, command)) {
                row.state = state;
            }
        }

        private void place(Random random) {
            if (!companies.isEmpty()) {
                Row<CompanyId> row = any(companies, random);
                Row<CompanyId> under = random.nextInt(4) == 0 ? null : any(companies, random);
                Revision seen = row.seen(random);
                ChangeCompany command = ChangeCompany.of(company(row)).withParent(under == null ? null : under.id);
                boolean circle = under != null && under.isBelow(row);
                if (isDone(
                        row,
                        seen,
                        circle,
                        row.parent != under,
                        () -> crm.companies().change(row.id, command, seen))) {
                    row.parent = under;
                }
            }
        }

        /* a revision is made by what changes something, and by nothing else */
        private static boolean isDone(Row<?> row, Revision seen, boolean circle, boolean changes, Supplier<?> command) {
            Class<?> refusal = circle ? InvalidCommandException.class : null;
            Class<?> expected = seen.number() == row.revision ? refusal : StaleRevisionException.class;
            assertEquals(expected, Steps.refusal(command));
            row.revision += expected == null && changes ? 1 : 0;
            return expected == null;
        }

        private static <T> T any(List<T> all, Random random) {
            return all.get(random.nextInt(all.size()));
        }

        private void requireSame(Row<CompanyId> row) {
            Company stored = company(row);
            assertEquals(
                    List.of(row.name, row.state, row.revision),
                    List.of(
                            stored.name(),
                            stored.relationship().state(),
                            stored.revision().number()));
            assertEquals(row.parent == null ? null : row.parent.id, stored.parent());
            List<CompanyId> above = new ArrayList<>();
            for (Row<CompanyId> each = row.parent; each != null; each = each.parent) {
                above.add(each.id);
            }
            assertEquals(
                    above,
                    crm.companies().ancestors(row.id).stream().map(Company::id).toList());
            Set<CompanyId> below = companies.stream()
                    .filter(each -> each.isBelow(row))
                    .map(each -> each.id)
                    .collect(Collectors.toSet());
            List<Company> tree = crm.companies().tree(row.id);
            assertEquals(below, tree.stream().map(Company::id).collect(Collectors.toSet()));
            assertEquals(below.size(), tree.size());
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(2, Steps.step("add a company", World::addCompany))
                .withAction(1, Steps.step("add a person", World::addPerson))
                .withAction(2, Steps.step("change", World::change))
                .withAction(2, Steps.step("put away or take out", World::put))
                .withAction(4, Steps.step("place", World::place))
                .withMaxTransformations(20);
    }

    @Property(tries = 200)
    void peopleAndCompaniesAreWhatTheRowsSay(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.companies.forEach(world::requireSame);
        for (Row<PersonId> row : world.people) {
            Person stored = world.person(row);
            assertEquals(
                    List.of(row.name, row.state, row.revision),
                    List.of(
                            stored.name(),
                            stored.relationship().state(),
                            stored.revision().number()));
        }
        assertEquals(world.companies.size(), world.crm.companies().count());
        assertEquals(world.people.size(), world.crm.people().count());
        long revisions = Stream.concat(world.companies.stream(), world.people.stream())
                .mapToLong(row -> row.revision)
                .sum();
        assertEquals(revisions, world.crm.journal().last());
    }
}

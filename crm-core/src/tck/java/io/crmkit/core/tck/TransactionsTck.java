package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Revision;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Transactions}. */
abstract class TransactionsTck extends SessionTck {

    private final CompanyId company = new CompanyId(UUID.randomUUID());
    private final TeamId team = new TeamId(UUID.randomUUID());

    private Company saveCompany() {
        return here.stores().companies().save(tenant, Company.named(company, "Acme"));
    }

    private Team saveTeam() {
        return here.stores().teams().save(tenant, new Team(team, Revision.NONE, "North", null));
    }

    private boolean companyIsThere() {
        return there.stores().companies().find(tenant, company).isPresent();
    }

    private boolean teamIsThere() {
        return there.stores().teams().find(tenant, team).isPresent();
    }

    /** Rule 1. */
    @Test
    @DisplayName("Transactions rule 1: joins the host's transaction, which alone commits")
    protected void joinsTheHostsTransaction() {
        here.write(() -> {
            assertEquals("done", here.stores().transactions().write(() -> {
                saveCompany();
                return "done";
            }));
            assertFalse(elsewhere(this::companyIsThere));
            return here.stores().transactions().write(this::saveTeam);
        });
        assertTrue(companyIsThere());
        assertTrue(teamIsThere());
    }

    /** Rule 1. */
    @Test
    @DisplayName("Transactions rule 1: rolls back with the host, whatever the work answered")
    protected void rollsBackWithTheHost() {
        here.rollBack(() -> {
            here.stores().transactions().write(this::saveCompany);
            here.stores().transactions().write(this::saveTeam);
        });
        assertFalse(companyIsThere());
        assertFalse(teamIsThere());
    }

    /** Rule 2. */
    @Test
    @DisplayName("Transactions rule 2: runs work in a transaction, or not at all and says so")
    protected void runsWorkInATransactionOrNotAtAll() {
        AtomicBoolean ran = new AtomicBoolean();
        try {
            here.stores().transactions().write(() -> {
                ran.set(true);
                return saveCompany();
            });
            assertTrue(ran.get());
            assertTrue(companyIsThere());
        } catch (StoreException noTransaction) {
            assertFalse(ran.get(), noTransaction::getMessage);
            assertFalse(companyIsThere());
        }
    }

    /** Rule 3. */
    @Test
    @DisplayName("Transactions rule 3: stores nothing of work that throws, and throws on what it threw")
    protected void storesNothingOfWorkThatThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> here.write(() -> here.stores().transactions().write(() -> {
                    saveCompany();
                    saveTeam();
                    throw broken;
                })));
        assertSame(broken, thrown);
        assertFalse(companyIsThere());
        assertFalse(teamIsThere());
    }

    /** Rule 3. */
    @Test
    @DisplayName("Transactions rule 3: stores nothing of work that throws, even where the host goes on to commit")
    protected void storesNothingThoughTheHostCommits() {
        try {
            here.write(() -> {
                assertThrows(
                        IllegalStateException.class,
                        () -> here.stores().transactions().write(() -> {
                            saveCompany();
                            throw new IllegalStateException("broken");
                        }));
                return "the host goes on";
            });
        } catch (RuntimeException commitRefused) {
            assertFalse(commitRefused instanceof IllegalStateException, commitRefused::toString);
        }
        assertFalse(companyIsThere());
    }
}

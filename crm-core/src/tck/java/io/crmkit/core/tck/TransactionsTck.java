package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
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

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    private Transactions transactions() {
        return here.stores().transactions();
    }

    private void after(String what) {
        transactions().afterCommit(() -> ran.add(what));
    }

    private boolean announces() {
        return transactions().announcesCommits();
    }

    /* what is promised after a commit is promised by those that learn of it; rule 9 is for the others */
    private void assumeThatCommitsAreAnnounced() {
        Assumptions.assumeTrue(announces(), "the adapter does not announce commits");
    }

    /** Rule 4. */
    @Test
    @DisplayName("Transactions rule 4: runs work once after the outermost commit, in the order given")
    protected void runsWorkOnceAfterTheOutermostCommit() {
        assumeThatCommitsAreAnnounced();
        here.write(() -> {
            after("first");
            transactions().write(() -> {
                saveCompany();
                after("second");
                return saveTeam();
            });
            after("third");
            return "done";
        });
        assertEquals(List.of("first", "second", "third"), ran);
        assertTrue(teamIsThere());
        here.write(this::saveTeamAgain);
        assertEquals(3, ran.size());
    }

    private Team saveTeamAgain() {
        return here.stores().teams().save(tenant, new Team(team, new Revision(1), "South", null));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Transactions rule 5: never runs work of a transaction that was rolled back, then or later")
    protected void neverRunsWorkAfterARollback() {
        assumeThatCommitsAreAnnounced();
        here.rollBack(() -> {
            after("rolled back");
            transactions().write(() -> {
                saveCompany();
                after("rolled back within");
                return "done";
            });
        });
        assertThrows(
                IllegalStateException.class,
                () -> here.write(() -> transactions().write(() -> {
                    after("failed");
                    throw new IllegalStateException("broken");
                })));
        assertEquals(List.of(), ran);
        here.write(() -> {
            saveTeam();
            after("committed");
            return "done";
        });
        assertEquals(List.of("committed"), ran);
    }

    /** Rule 6. */
    @Test
    @DisplayName("Transactions rule 6: does not run work before others see what was committed")
    protected void doesNotRunWorkBeforeOthersSeeIt() {
        assumeThatCommitsAreAnnounced();
        here.write(() -> {
            transactions().afterCommit(() -> ran.add("first sees " + elsewhere(this::companyIsThere)));
            transactions().write(this::saveCompany);
            transactions().afterCommit(() -> ran.add("second sees " + elsewhere(this::companyIsThere)));
            return "done";
        });
        assertFalse(ran.isEmpty());
        assertFalse(ran.stream().anyMatch(seen -> seen.endsWith("false")), ran::toString);
    }

    /** Rule 7. */
    @Test
    @DisplayName("Transactions rule 7: lets nobody feel what work after the commit throws")
    protected void letsNobodyFeelWhatWorkThrows() {
        assumeThatCommitsAreAnnounced();
        String answer = here.write(() -> {
            after("before");
            transactions().afterCommit(() -> {
                throw new IllegalStateException("a listener's own trouble");
            });
            transactions().afterCommit(() -> {
                throw new AssertionError("a listener's graver trouble");
            });
            after("behind");
            saveCompany();
            return "done";
        });
        assertEquals("done", answer);
        assertTrue(ran.containsAll(List.of("before", "behind")), ran::toString);
        assertTrue(companyIsThere());
    }

    /** Rule 8. */
    @Test
    @DisplayName("Transactions rule 8: runs work at once outside a transaction")
    protected void runsWorkAtOnceOutsideATransaction() {
        after("at once");
        assertEquals(List.of("at once"), ran);
        transactions().afterCommit(() -> {
            throw new IllegalStateException("nobody's trouble");
        });
    }

    /** Rule 8. */
    @Test
    @DisplayName("Transactions rule 8: work after the commit stands outside the transaction")
    protected void workAfterTheCommitStandsOutsideTheTransaction() {
        assumeThatCommitsAreAnnounced();
        here.write(() -> {
            transactions().afterCommit(() -> {
                after("within");
                ran.add("behind");
            });
            return saveCompany();
        });
        assertEquals(List.of("within", "behind"), ran.stream().distinct().toList());
    }

    /** Rule 9. */
    @Test
    @DisplayName("Transactions rule 9: refuses work for a commit it will not learn of")
    protected void refusesWorkForACommitItWillNotLearnOf() {
        here.rollBack(() -> {
            if (announces()) {
                after("accepted");
            } else {
                StoreException refused = assertThrows(StoreException.class, () -> after("refused"));
                assertTrue(String.valueOf(refused.getMessage()).contains("commit"), refused::toString);
            }
        });
        assertEquals(List.of(), ran);
    }
}

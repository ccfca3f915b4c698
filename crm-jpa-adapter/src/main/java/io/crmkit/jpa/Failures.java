package io.crmkit.jpa;

import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.StoreException.Kind;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Told by SQLSTATE where there is one (ISO/IEC 9075-2, and appendix A of PostgreSQL's manual), else by the numbers of the
 * database: H2's are those of org.h2.api.ErrorCode, MariaDB's those of its "Error Code Reference".
 */
/** What providers throw, as the port's own. */
final class Failures {

    private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01");
    private static final Set<String> BUSY_STATES = Set.of("55P03", "57014", "HYT00");
    private static final Set<String> UNREACHABLE_STATES = Set.of("57P01", "57P02", "57P03");
    private static final String UNREACHABLE_CLASS = "08";
    private static final String DUPLICATE_STATE = "23505";
    private static final Set<Integer> UNREACHABLE_IN_H2 = Set.of(90_007, 90_067, 90_098, 90_121);
    private static final int CHANGED_SINCE_READ_IN_MARIADB = 1020;
    private static final int LOCK_WAIT_TIMEOUT_IN_MARIADB = 1205;
    private static final int DUPLICATE_IN_MARIADB = 1062;

    private Failures() {}

    /** What to throw: the port's exception for what a provider or a driver threw, and anything else as it is. */
    static RuntimeException of(String what, RuntimeException thrown) {
        Kind kind = kind(thrown);
        if (kind != null) {
            return new StoreException(kind, what + " failed: " + kind.reason(), thrown);
        } else if (thrown instanceof PersistenceException || hasSqlCause(thrown)) {
            return new StoreException(what + " failed: " + thrown.getClass().getSimpleName(), thrown);
        }
        return thrown;
    }

    /** The same of what the host had not written yet. */
    static RuntimeException ofTheHosts(String what, RuntimeException thrown) {
        Kind kind = kind(thrown);
        return new StoreException(
                kind == null ? Kind.FAILED : kind,
                what + " was not tried: the host's own changes could not be written before",
                thrown);
    }

    static boolean isDuplicate(RuntimeException thrown) {
        return kind(thrown) == Kind.DUPLICATE;
    }

    private static boolean hasSqlCause(Throwable thrown) {
        return causes(thrown).stream().anyMatch(SQLException.class::isInstance);
    }

    private static @Nullable Kind kind(Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            Kind kind = cause instanceof SQLException sql ? kind(sql) : kindByType(cause);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    /* from the innermost out, since what the database said is the surest */
    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(0, cause);
            if (cause instanceof SQLException sql) {
                // a batch says what was wrong in the exceptions that follow it
                sql.iterator().forEachRemaining(next -> causes.add(0, next));
            }
        }
        return causes;
    }

    private static @Nullable Kind kind(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (CONFLICT_STATES.contains(state) || sql.getErrorCode() == CHANGED_SINCE_READ_IN_MARIADB) {
            return Kind.CONFLICT;
        } else if (BUSY_STATES.contains(state) || sql.getErrorCode() == LOCK_WAIT_TIMEOUT_IN_MARIADB) {
            return Kind.BUSY;
        } else if (state.startsWith(UNREACHABLE_CLASS)
                || UNREACHABLE_STATES.contains(state)
                || UNREACHABLE_IN_H2.contains(sql.getErrorCode())) {
            return Kind.UNREACHABLE;
        }
        return DUPLICATE_STATE.equals(state) || sql.getErrorCode() == DUPLICATE_IN_MARIADB ? Kind.DUPLICATE : null;
    }

    private static @Nullable Kind kindByType(Throwable cause) {
        if (cause instanceof LockTimeoutException) {
            return Kind.BUSY;
        } else if (cause instanceof PessimisticLockException || cause instanceof OptimisticLockException) {
            return Kind.CONFLICT;
        }
        return cause instanceof EntityExistsException ? Kind.DUPLICATE : null;
    }
}

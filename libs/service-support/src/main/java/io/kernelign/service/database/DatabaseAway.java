package io.kernelign.service.database;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that come of a database which is not there, or goes, from all others: another try will do. */
public final class DatabaseAway {

    /** The connection is broken; the server stops or starts. */
    private static final Set<String> STATES = Set.of("08", "57P");

    private DatabaseAway() {}

    /** Whether that is what a failure came from, be it at the end of a transaction. */
    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLException refusal && saysSo(refusal.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }
}

package io.kernelign.service.database;

import io.kernelign.service.start.RefusedStartException;
import java.sql.SQLException;

/** PostgreSQL is there but does not let us in: wrong user, password or database name. */
final class DatabaseRefusedException extends RefusedStartException {

    DatabaseRefusedException(String url, SQLException cause) {
        super("PostgreSQL at " + url + " refuses the connection: " + cause.getMessage() + ".", cause);
    }
}

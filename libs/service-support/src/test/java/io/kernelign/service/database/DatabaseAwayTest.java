package io.kernelign.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true", // the connection broke
        "57P01, true", // the server stops
        "57P03, true", // the server starts
        "57014, false", // a statement took too long
        "23505, false", // a key is there already
        "42601, false" // the statement is wrong
    })
    void a_transaction_that_does_not_end_for_want_of_a_connection_may_be_tried_again(String state, boolean away) {
        var refusal = new SQLException("refused", state);
        assertThat(DatabaseAway.is(new TransactionSystemException("no commit", new IllegalStateException(refusal))))
                .isEqualTo(away);
    }

    @Test
    void what_spring_says_of_connections_counts_and_what_never_knew_the_database_does_not() {
        assertThat(DatabaseAway.is(new DataAccessResourceFailureException("no connection")))
                .isTrue();
        assertThat(DatabaseAway.is(new IllegalStateException("the loss is not a number")))
                .isFalse();
    }
}

package io.kernelign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.access.Doors;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Others have all of the gateway's connections to the database. */
class TakenConnectionsTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(15);
    private static final Doors DOORS = Doors.withKeys();

    @RegisterExtension
    static final RunningService GATEWAY = DOORS.gateway().with("spring.datasource.hikari.maximum-pool-size", "2");

    private static void assertAway(Answer answer, String sentenceAt) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().at(sentenceAt).asString())
                .isEqualTo("The database does not answer at the moment; try again soon.");
    }

    @Test
    void whoever_asks_hears_within_seconds_that_there_is_no_room_at_either_door() throws SQLException {
        var reader = DOORS.holder("default", "reader");
        long begin = System.nanoTime();
        var pool = GATEWAY.bean(DataSource.class);
        try (var one = pool.getConnection();
                var other = pool.getConnection()) {
            assertThat(one).isNotSameAs(other);
            assertAway(reader.get("/api/v1/datasets"), "/detail");
            assertAway(reader.get("/v1/files"), "/error/message");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(A_FEW_SECONDS);

        assertThat(reader.get("/api/v1/datasets").status()).isEqualTo(200);
    }
}

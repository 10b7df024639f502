package io.kernelign.service.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void a_wish_that_nobody_knows_is_an_error() {
        assertThatThrownBy(() -> TestServer.start("h2"))
                .hasMessage("TEST_PG is \"h2\"; accepted is container or embedded");
    }

    @Test
    void every_database_is_new_and_on_the_same_server() throws Exception {
        var first = TestPostgres.freshDatabase();
        var second = TestPostgres.freshDatabase();

        assertThat(first.url()).isNotEqualTo(second.url());
        try (var connection = DriverManager.getConnection(second.url(), second.user(), second.password());
                var tables = connection.getMetaData().getTables(null, "public", null, null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}

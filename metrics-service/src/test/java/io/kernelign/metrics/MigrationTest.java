package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was filled by an earlier version. */
class MigrationTest {

    @Test
    void curves_of_the_first_version_are_summed_up_and_kept() {
        var database = TestPostgres.freshDatabase();
        var source = new DriverManagerDataSource(
                database.url() + "?currentSchema=metrics", database.user(), database.password());
        var flyway =
                Flyway.configure().dataSource(source).schemas("metrics").locations("classpath:db/migration/metrics");
        flyway.target("1").load().migrate();
        var sql = JdbcClient.create(source);
        sql.sql("""
                insert into run (tenant, id, model, state, attempt, objective, tags, details, created_at)
                values ('t', 'job_1', 'tiny', 'running', 1, '{}', '{}', '{}', now())
                """).update();
        sql.sql("""
                insert into metric_point (tenant, run_id, split, name, step, value, at)
                select 't', 'job_1', 'train', 'loss', step, case when step = 7 then null else abs(step - 20) end, now()
                from generate_series(0, 39) as step
                """).update();

        flyway.target("latest").load().migrate();

        assertThat(sql.sql("select points, non_finite, first, last, least, most, last_step from v_run_summary")
                        .query((row, i) -> row.getLong(1) + " " + row.getLong(2) + " " + row.getDouble(3) + " "
                                + row.getDouble(4) + " " + row.getDouble(5) + " " + row.getDouble(6) + " "
                                + row.getLong(7))
                        .single())
                .isEqualTo("39 1 20.0 19.0 0.0 20.0 39");
        assertThat(sql.sql("select count(*) from v_metric_point")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        assertThat(sql.sql("select least_step, most_step from curve_extreme where width = 32 order by bucket")
                        .query((row, i) -> row.getLong(1) + " " + row.getLong(2))
                        .list())
                .containsExactly("20 0", "32 39");
    }
}

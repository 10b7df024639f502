package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.LeaderboardEntry;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.ResultsApi;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.RunView;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeaderboardTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private final String tenant = "tenant-" + UUID.randomUUID();
    private MetricsApi metrics;
    private ResultsApi results;

    /** Four runs on two data sets, whose accuracies end at 0.6, 0.8, 0.8 and 0.9. */
    @BeforeEach
    void runs() {
        metrics = SERVICE.client(MetricsApi.class);
        results = SERVICE.client(ResultsApi.class);
        run("job_1", "ds_1", "small", Map.of("name", "rbf", "sigma", 1), "red", 0.95, 0.6);
        run("job_2", "ds_1", "large", "rbf", "red", 0.5, 0.8);
        run("job_3", "ds_1", "large", "hmk", "blue", 0.5, 0.8);
        run("job_4", "ds_2", "large", "hmk", "blue", 0.5, 0.9);
    }

    private void run(String id, String dataset, String model, Object kernel, String team, double before, double after) {
        var objective = Map.<String, Object>of("kernel", kernel, "divergence", Map.of("name", "kl"));
        metrics.open(
                tenant, id, new RunOpening(id, model, dataset, "of " + dataset, 1, objective, Map.of("team", team)));
        metrics.append(
                tenant,
                id,
                new PointBatch(
                        1,
                        List.of(
                                new MetricPoint("held_out", "accuracy", 0, before, Instant.EPOCH),
                                new MetricPoint("held_out", "accuracy", 10, after, Instant.EPOCH),
                                new MetricPoint("held_out", "broken", 10, Double.NaN, Instant.EPOCH))));
        metrics.close(tenant, id, new RunOutcome(1, "succeeded", Map.of()));
    }

    private List<LeaderboardEntry> board(String goal, String by, String dataset, String kernel, String tag) {
        return results.leaderboard(tenant, "accuracy", "held_out", goal, by, dataset, null, kernel, null, tag, 20);
    }

    private static List<String> places(List<LeaderboardEntry> board) {
        return board.stream().map(entry -> entry.rank() + " " + entry.run()).toList();
    }

    @Test
    void the_best_of_a_data_set_stands_first_and_equals_share_a_rank() {
        var board = board("maximise", "last", "ds_1", null, null);

        assertThat(places(board)).containsExactly("1 job_2", "1 job_3", "3 job_1");
        var first = board.get(0);
        assertThat(first.value()).isEqualTo(0.8);
        assertThat(first.step()).isEqualTo(10);
        assertThat(first.kernel()).isEqualTo("rbf");
        assertThat(first.divergence()).isEqualTo("kl");
        assertThat(first.tags()).isEqualTo(Map.of("team", "red"));
        assertThat(first.state()).isEqualTo("succeeded");
        assertThat(first.finishedAt()).isNotNull();
    }

    @Test
    void the_best_of_all_steps_may_rank_otherwise_than_the_last() {
        var board = board("maximise", "best", "ds_1", null, null);

        assertThat(places(board)).containsExactly("1 job_1", "2 job_2", "2 job_3");
        assertThat(board.get(0).step()).isZero();
        assertThat(places(board("minimise", "best", "ds_1", null, null)))
                .containsExactly("1 job_2", "1 job_3", "3 job_1");
    }

    @Test
    void filters_leave_those_that_they_fit() {
        assertThat(places(board("minimise", "last", null, "rbf", null))).containsExactly("1 job_1", "2 job_2");
        assertThat(places(board("maximise", "last", null, null, "team:blue"))).containsExactly("1 job_4", "2 job_3");
        assertThat(places(board("maximise", "last", "ds_2", "rbf", null))).isEmpty();
        assertThat(results.leaderboard(
                        tenant, "accuracy", "held_out", "maximise", "last", null, "small", null, "kl", null, 1))
                .extracting(LeaderboardEntry::run)
                .containsExactly("job_1");
        assertThat(results.leaderboard(
                        tenant, "broken", "held_out", "maximise", "last", null, null, null, null, null, 20))
                .isEmpty();
    }

    @Test
    void other_tenants_have_their_own() {
        assertThat(results.leaderboard(
                        "other-" + tenant,
                        "accuracy",
                        "held_out",
                        "maximise",
                        "last",
                        null,
                        null,
                        null,
                        null,
                        null,
                        20))
                .isEmpty();
    }

    @Test
    void runs_are_listed_by_the_same_filters() {
        assertThat(metrics.runs(tenant, "ds_1", "large", null, "kl", null, null, 20)
                        .items())
                .extracting(RunView::id)
                .containsExactly("job_3", "job_2");
        assertThat(metrics.runs(tenant, null, null, "hmk", null, "team:blue", null, 20)
                        .items())
                .extracting(RunView::id)
                .containsExactly("job_4", "job_3");
    }

    @Test
    void dashboards_find_the_ranks_in_a_view() {
        assertThat(SERVICE.bean(JdbcClient.class)
                        .sql("""
                                select rank_maximised, rank_minimised, run_name, kernel, most, tags ->> 'team' as team
                                from v_leaderboard
                                where tenant = :tenant and dataset_id = 'ds_1' and name = 'accuracy'
                                order by run_name
                                """)
                        .param("tenant", tenant)
                        .query()
                        .listOfRows())
                .extracting(Map::values)
                .extracting(Object::toString)
                .containsExactly(
                        "[3, 1, job_1, rbf, 0.95, red]",
                        "[1, 2, job_2, rbf, 0.8, red]",
                        "[1, 2, job_3, hmk, 0.8, blue]");
    }

    @Test
    void what_no_board_can_be_made_of_is_refused_by_its_name() {
        for (var query : Map.of(
                        "metric=accuracy&goal=up", "one of maximise, minimise",
                        "metric=accuracy&by=mean", "one of last, best",
                        "metric=accuracy&tag=red", "key:value",
                        "metric=accuracy&limit=0", "a whole number from 1 to 100",
                        "metric=accuracy&kernel=%00", "kernel",
                        "metric=%0a", "\"field\":\"metric\"",
                        "split=train", "metric is missing")
                .entrySet()) {
            var answer = SERVICE.http().send("/internal/v1/leaderboard?" + query.getKey(), request -> request.header(
                            Tenancy.HEADER, tenant)
                    .GET());
            answer.problem(400);
            assertThat(answer.text()).contains(query.getValue());
        }
    }
}

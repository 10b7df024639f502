package io.kernelign.trainer;

import static io.kernelign.trainer.testing.SampleSweeps.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.HeatmapView.Cell;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClientResponseException;

class SweepFiguresTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", () -> ModelsFolder.make().toString())
            .with("kernelign.services.metrics", PEERS::url)
            .with("db-scheduler.polling-interval", "50ms");

    private SampleSweeps sweeps;

    @BeforeEach
    void client() throws IOException {
        sweeps = new SampleSweeps(TRAINER.client(SweepApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private String run(List<Map<String, Object>> dimensions, Map<String, Object> search) {
        var id = sweeps.submit(SampleSweeps.spec(dimensions, search));
        assertThat(sweeps.await(id, TaskState.SUCCEEDED).state()).isEqualTo(TaskState.SUCCEEDED);
        return id;
    }

    @Test
    void a_heatmap_has_the_mean_of_all_trials_of_two_values() {
        var id = run(
                List.of(
                        values("tags.score", List.of("0.25", "0.5", "unknown")),
                        values("objective.divergence", List.of("kl", "renyi")),
                        values("training.seed", List.of(1, 2))),
                Map.of("method", "grid"));

        var heatmap = sweeps.trainer().heatmap(SampleJobs.TENANT, id, null, null);
        assertThat(heatmap.rows()).isEqualTo("tags.score");
        assertThat(heatmap.columns()).isEqualTo("objective.divergence");
        assertThat(heatmap.rowLabels()).containsExactly("0.25", "0.5", "unknown");
        assertThat(heatmap.columnLabels()).containsExactly("kl", "renyi");
        assertThat(heatmap.metric()).isEqualTo("preference_accuracy");
        assertThat(heatmap.cells())
                .containsExactly(
                        List.of(new Cell(0.25, 2, 2), new Cell(0.25, 2, 2)),
                        List.of(new Cell(0.5, 2, 2), new Cell(0.5, 2, 2)),
                        List.of(new Cell(null, 0, 2), new Cell(null, 0, 2)));

        var other = sweeps.trainer().heatmap(SampleJobs.TENANT, id, "training.seed", "tags.score");
        assertThat(other.rowLabels()).containsExactly("1", "2");
        assertThat(other.cells().get(0).get(1)).isEqualTo(new Cell(0.5, 2, 2));
    }

    @Test
    void ranges_are_cut_into_intervals_that_are_even_on_their_scale_and_whole_numbers_counted() {
        var id = run(
                List.of(SampleSweeps.RATES, Map.of("field", "training.lora.rank", "from", 2, "to", 4, "scale", "log")),
                Map.of("method", "random", "trials", 6));

        var heatmap = sweeps.trainer().heatmap(SampleJobs.TENANT, id, null, null);
        assertThat(heatmap.rowLabels())
                .hasSize(8)
                .startsWith("1.00e-06 to 3.16e-06")
                .endsWith("0.00316 to 0.0100");
        assertThat(heatmap.columnLabels()).containsExactly("2", "3", "4");
        assertThat(heatmap.cells().stream()
                        .flatMap(List::stream)
                        .mapToInt(Cell::trials)
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void a_point_that_halving_tried_several_times_is_shown_once_by_its_longest_trial() {
        var id = run(
                List.of(
                        values("tags.score", List.of("0.25", "0.5")),
                        values("objective.divergence", List.of("kl", "renyi"))),
                Map.of("method", "halving", "trials", 4, "eta", 2, "rungs", 2));

        var cells = sweeps.trainer().heatmap(SampleJobs.TENANT, id, null, null).cells();
        assertThat(cells.stream().flatMap(List::stream))
                .extracting(Cell::trials)
                .containsExactly(1, 1, 1, 1);
        var lines = sweeps.trainer().parallelCoordinates(SampleJobs.TENANT, id).lines();
        assertThat(lines).hasSize(4);
        assertThat(lines).extracting(line -> line.trial()).contains(4, 5);
    }

    @Test
    void every_trial_with_a_score_is_a_line_across_the_dimensions() {
        var id = run(
                List.of(values("tags.score", List.of("0.25", "unknown", "0.5")), SampleSweeps.RATES),
                Map.of("method", "random", "trials", 7, "seed", 2));

        var lines = sweeps.trainer().parallelCoordinates(SampleJobs.TENANT, id);
        assertThat(lines.axes().get(0).scale()).isEqualTo("choice");
        assertThat(lines.axes().get(0).values()).containsExactly("0.25", "unknown", "0.5");
        assertThat(lines.axes().get(1).scale()).isEqualTo("log");
        assertThat(lines.axes().get(1).to()).isEqualTo(0.01);
        assertThat(lines.lines()).isNotEmpty().hasSizeLessThan(7).allSatisfy(line -> {
            var trial = sweeps.get(id).trials().get(line.trial());
            assertThat(line.values()).containsExactlyElementsOf(trial.values().values());
            assertThat(line.score()).isEqualTo(trial.score());
        });
        assertThat(DoubleStream.of(0.25, 0.5).boxed())
                .containsAll(lines.lines().stream().map(line -> line.score()).toList());
    }

    @Test
    void a_heatmap_of_what_is_no_dimension_is_refused() {
        var two = run(
                List.of(values("tags.score", List.of("0.25")), values("training.seed", List.of(1))),
                Map.of("method", "grid"));
        var one = run(List.of(values("training.seed", List.of(1))), Map.of("method", "grid"));

        assertThat(refusal(two, "objective.kernel", null))
                .contains("rows is \\\"objective.kernel\\\"; accepted is one of tags.score, training.seed");
        assertThat(refusal(two, "tags.score", "tags.score"))
                .contains("columns is \\\"tags.score\\\"; accepted is one of training.seed");
        assertThat(refusal(one, null, null))
                .contains("columns is missing; accepted is another dimension; the sweep has one only");
    }

    private String refusal(String id, String rows, String columns) {
        var refused = catchThrowableOfType(RestClientResponseException.class, () -> sweeps.trainer()
                .heatmap(SampleJobs.TENANT, id, rows, columns));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        return refused.getResponseBodyAsString();
    }
}

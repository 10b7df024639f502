package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus reads. */
class MetersTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS);

    private static final String CHART = System.getProperty("kernelign.root") + "/helm/kernelign";
    private static final Pattern KERNELIGN_METER = Pattern.compile("\\bkernelign_\\w+");
    private static final Pattern METER = Pattern.compile("\\b[a-z]+(_[a-z]+)+\\b");

    @TempDir
    private Path folder;

    private SampleJobs jobs;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    /** The value of the one series of a name, which has the given label; 0 when there is no such series. */
    private static double meter(String name, String label) {
        return TRAINER.http()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void every_meter_of_the_dashboard_is_shown() {
        var dashboard = Path.of(CHART, "dashboards/trainers.json");

        assertShown(JsonMapper.shared().readTree(dashboard.toFile()).findValuesAsString("expr"), KERNELIGN_METER);
    }

    @Test
    void every_meter_of_the_alerts_is_shown_but_those_of_the_gateway() throws IOException {
        TRAINER.http().get("/actuator/health");
        Map<String, Object> alerts = new Yaml().load(Files.readString(Path.of(CHART, "alerts/kernelign.yml")));

        assertShown(
                JsonMapper.shared().valueToTree(alerts).findValuesAsString("expr").stream()
                        .filter(expression -> !expression.startsWith("up{"))
                        .filter(expression -> !expression.contains("service=\"gateway\""))
                        .toList(),
                METER);
    }

    private static void assertShown(List<String> expressions, Pattern meter) {
        var shown = TRAINER.http().get("/actuator/prometheus").text();

        assertThat(expressions)
                .isNotEmpty()
                .flatExtracting(expression -> meter.matcher(expression)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(shown).contains("\n" + name + "{"));
    }

    @Test
    void jobs_are_counted_by_state_and_the_one_that_is_trained_tells_its_figures() throws IOException {
        var gate = folder.resolve("gate");
        var trained = jobs.submit(Map.of("holdAt", "8", "gate", gate.toString()));
        jobs.awaitStep(trained, 7);
        var waiting = jobs.submit(Map.of());

        Waiting.until("the count", () -> meter("kernelign_jobs_waiting", "trainer"), count -> count == 1);
        assertThat(meter("kernelign_jobs", "state=\"training\"")).isEqualTo(1);
        assertThat(meter("kernelign_jobs", "state=\"queued\"")).isEqualTo(1);
        assertThat(meter("kernelign_jobs_oldest_wait_seconds", "trainer")).isPositive();
        assertThat(meter("kernelign_job_step", "slot=\"0\"")).isEqualTo(7);
        assertThat(meter("kernelign_job_total_steps", "slot=\"0\"")).isEqualTo(20);
        assertThat(meter("kernelign_job_loss", "slot=\"0\"")).isEqualTo(1);

        jobs.trainer().pause(SampleJobs.TENANT, waiting);
        Waiting.until("the pause", () -> meter("kernelign_jobs_paused", "trainer"), count -> count == 1);
        assertThat(meter("kernelign_jobs_waiting", "trainer")).isZero();
        jobs.trainer().cancel(SampleJobs.TENANT, waiting);

        Files.createFile(gate);
        jobs.await(trained, JobState.SUCCEEDED);
        Waiting.until("the end", () -> meter("kernelign_jobs_ended_total", "state=\"succeeded\""), count -> count == 1);
        assertThat(meter("kernelign_job_loss", "slot=\"0\"")).isNaN();
        Waiting.until("the count", () -> meter("kernelign_jobs", "state=\"training\""), count -> count == 0);
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TokenReportRequest;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import io.kernelign.service.blob.LocalBlobStore;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real model, the real training, a real process. */
@Tag("shared")
class RealTrainingTest {

    private static final Path MODELS = Path.of(System.getProperty("kernelign.shared"), "models");
    private static final int PAIRS = 60;
    private static final int HELD_OUT = 12;
    private static final DatasetRef DATASET =
            new DatasetRef("ds_cats", "cats", "cats", "pairs/cats.jsonl", PAIRS - HELD_OUT, HELD_OUT);

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void parts() throws IOException {
        database = TestPostgres.freshDatabase();
        var pairs = folder.resolve("cats.jsonl");
        try (var writer = new PairWriter(Files.newOutputStream(pairs))) {
            for (int i = 0; i < PAIRS; i++) {
                writer.write(pair(i));
            }
        }
        new LocalBlobStore(folder.resolve("blobs")).put(DATASET.pairsKey(), pairs);
    }

    @Test
    void an_own_data_set_to_evaluate_on_is_held_out_whole_and_the_other_is_trained_on_whole() throws Exception {
        var evaluation = new DatasetRef("ds_eval", "more cats", "more", "pairs/more.jsonl", 15, 5);
        var pairs = folder.resolve("more.jsonl");
        try (var writer = new PairWriter(Files.newOutputStream(pairs))) {
            for (int i = PAIRS - 4; i < PAIRS + 16; i++) {
                writer.write(pair(i));
            }
        }
        new LocalBlobStore(folder.resolve("blobs")).put(evaluation.pairsKey(), pairs);
        var spec = new HashMap<>(job(1).spec());
        spec.put("evalDataset", evaluation.id());
        spec.put("training", Map.of("epochs", 1, "batchTokens", 256));
        try (var trainer = start()) {
            var whole = trainer.jobs().submit(new JobRequest(spec, DATASET, evaluation));
            spec.remove("evalDataset");
            var split = trainer.jobs().submit(new JobRequest(spec, DATASET));
            var job = trainer.jobs().await(whole, JobState.SUCCEEDED);

            assertThat(job.error()).isNull();
            assertThat(trainer.jobs().messages(whole, "warning"))
                    .contains("4 of the 20 prompts of evalDataset stand in dataset, too: what is measured on them says"
                            + " less of new prompts.");
            assertThat(PEERS.run(whole).outcome().details()).containsEntry("sharedPrompts", 4);
            var steps =
                    trainer.jobs().await(split, JobState.SUCCEEDED).progress().totalSteps();
            assertThat((double) job.progress().totalSteps())
                    .isCloseTo(steps * (double) PAIRS / (PAIRS - HELD_OUT), within(1.5));
            assertThat(trainer.jobs().messages(split, "warning")).noneMatch(message -> message.contains("evalDataset"));
            assertThat(card(trainer, whole))
                    .contains(
                            "cats (`ds_cats`): all 60 pairs to train on.",
                            "more cats (`ds_eval`): all 20 pairs held out.");
        }
    }

    private String card(TrainerProcess trainer, String id) throws IOException {
        return artifact(trainer, id, "README.md");
    }

    private String artifact(TrainerProcess trainer, String id, String name) throws IOException {
        var found = trainer.jobs().trainer().artifacts(SampleJobs.TENANT, id).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Files.readString(new LocalBlobStore(folder.resolve("blobs")).localPath(found.blobKey()));
    }

    private static PreferencePair pair(int i) {
        var prompt = List.of(new Message(Role.USER, "Once upon a time there were " + i + " cats and"));
        var chosen = List.of(new Message(Role.ASSISTANT, "they were happy and played in the sun all day."));
        var rejected = List.of(new Message(Role.ASSISTANT, "they were sad and " + i + " cried in the rain."));
        var split = i < HELD_OUT ? Split.HELD_OUT : Split.TRAIN;
        var id = ContentHash.of(prompt, chosen, rejected).id();
        return new PreferencePair(id, prompt, chosen, rejected, null, null, i == 0 ? 2 : 1, split);
    }

    private TrainerProcess start() throws IOException {
        return start(MODELS);
    }

    private TrainerProcess start(Path models) throws IOException {
        return TrainerProcess.start(
                RealTrainer.class,
                database,
                folder.resolve("blobs"),
                models,
                "--kernelign.services.metrics=" + PEERS.url());
    }

    private static JobRequest job(int steps) {
        return job(steps, "hmk");
    }

    private static JobRequest job(int steps, Object kernel) {
        return new JobRequest(
                Map.of(
                        "model",
                        "stories260k",
                        "dataset",
                        DATASET.id(),
                        "objective",
                        Map.of("kernel", kernel),
                        "training",
                        Map.of("steps", steps, "batchTokens", 256, "checkpointSteps", 3, "learningRate", 1e-3)),
                DATASET);
    }

    @Test
    void a_killed_training_goes_on_from_its_checkpoint_and_ends_bit_equal_to_one_that_was_not() throws Exception {
        var steps = 60;
        String whole;
        String killed;
        try (var trainer = start()) {
            whole = trainer.jobs().submit(job(steps));
            assertThat(trainer.jobs().await(whole, JobState.SUCCEEDED).error()).isNull();
            killed = trainer.jobs().submit(job(steps));
            var jobs = trainer.jobs();
            Waiting.until(
                    "three checkpoints",
                    () -> jobs.messages(killed, "checkpoint"),
                    checkpoints -> checkpoints.size() >= 3);
            trainer.kill();
        }
        try (var trainer = start()) {
            var job = trainer.jobs().await(killed, JobState.SUCCEEDED);

            assertThat(job.error()).isNull();
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(sha256(trainer, killed)).isEqualTo(sha256(trainer, whole));
            assertThat(PEERS.run(killed).stepsOf("train", "loss")).hasSize(steps);
            assertThat(firstPreferenceLoss(trainer, whole)).isCloseTo(Math.log(2), within(1e-4));
            assertThat(trainer.jobs().messages(whole, "warning"))
                    .containsExactly("1 pairs have a weight, which training does not use: all count the same.");
            assertThat(job.progress().accuracy()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void a_model_with_an_infinite_weight_fails_its_job_with_the_tensor_s_name() throws Exception {
        var broken = folder.resolve("models");
        copy(MODELS.resolve("stories260k"), broken.resolve("stories260k"));
        breakFinalNorm(broken.resolve("stories260k/model.safetensors"));
        try (var trainer = start(broken)) {
            var id = trainer.jobs().submit(job(20));
            var job = trainer.jobs().await(id, JobState.FAILED);

            assertThat(job.error())
                    .isEqualTo("model.safetensors: model.norm.weight[0] is Infinity; accepted is a finite number");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Writes infinity over the first number of the last norm. */
    private static void breakFinalNorm(Path weights) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(weights)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(0);
        var text = new String(bytes.array(), 8, header, StandardCharsets.UTF_8);
        var offset = Pattern.compile("\"model\\.norm\\.weight\":\\{[^}]*\"data_offsets\":\\[(\\d+)")
                .matcher(text.replace(" ", ""));
        assertThat(offset.find()).isTrue();
        bytes.putFloat(8 + header + Integer.parseInt(offset.group(1)), Float.POSITIVE_INFINITY);
        Files.write(weights, bytes.array());
    }

    @Test
    void a_mixture_that_collapses_is_told_among_the_events_of_its_job() throws Exception {
        try (var trainer = start()) {
            var collapsing = Map.of("name", "mixture", "weights", Map.of("eta", 0, "learningRate", 1));
            var id = trainer.jobs().submit(job(20, collapsing));
            trainer.jobs().await(id, JobState.SUCCEEDED);

            assertThat(trainer.jobs().events(id))
                    .filteredOn(event -> event.message().contains("collapse index"))
                    .isNotEmpty()
                    .allSatisfy(event -> {
                        assertThat(event.type()).isIn("warning", "explanation");
                        assertThat(event.data().containsKey("step"))
                                .isEqualTo(event.type().equals("warning"));
                    });
            assertThat(trainer.jobs().messages(id, "explanation"))
                    .anyMatch(sentence -> sentence.contains("The mixture has collapsed: polynomial has"));
            assertThat(PEERS.run(id).stepsOf("held_out", "kernel.effective_range"))
                    .isNotEmpty();
        }
    }

    @Test
    void the_lengths_of_pairs_in_tokens_are_those_that_a_training_cuts_by() throws Exception {
        try (var trainer = start()) {
            var api = trainer.jobs().trainer();
            var whole = api.tokenReport(
                    SampleJobs.TENANT, new TokenReportRequest(DATASET, "stories260k", Map.of("maxLength", 1000)));
            assertThat(whole.pairs()).isEqualTo(PAIRS);
            assertThat(whole.measuredPairs()).isEqualTo(PAIRS);
            assertThat(whole.cutPrompts() + whole.cutResponses()).isZero();
            assertThat(whole.emptyResponses()).isZero();
            assertThat(whole.prompts().min()).isBetween(5, whole.prompts().median());
            assertThat(whole.prompts().p90())
                    .isBetween(whole.prompts().median(), whole.prompts().max());

            int longest = whole.prompts().max();
            var limits = Map.<String, Object>of("maxLength", 2 * longest, "maxPromptLength", longest - 1);
            var cut = api.tokenReport(SampleJobs.TENANT, new TokenReportRequest(DATASET, "stories260k", limits));
            assertThat(cut.prompts()).isEqualTo(whole.prompts());
            var spec = new HashMap<>(job(1).spec());
            spec.put("training", Map.of("steps", 1, "maxLength", 2 * longest, "maxPromptLength", longest - 1));
            var id = trainer.jobs().submit(new JobRequest(spec, DATASET));
            trainer.jobs().await(id, JobState.SUCCEEDED);
            assertThat(trainer.jobs().messages(id, "warning"))
                    .contains("%d of %d prompts lost their beginning to maxPromptLength = %d."
                            .formatted(Math.round(cut.cutPrompts() * PAIRS), PAIRS, longest - 1));
        }
    }

    @Test
    void every_curve_of_a_run_is_there_with_its_scatter_its_outliers_and_its_table_of_matrices() throws Exception {
        var spec = new HashMap<>(job(1).spec());
        spec.put("objective", Map.of("kernel", "hmk", "divergence", "jensen_shannon"));
        spec.put("training", Map.of("epochs", 2, "batchTokens", 256, "learningRate", 1e-3));
        try (var trainer = start()) {
            var id = trainer.jobs().submit(new JobRequest(spec, DATASET));
            long end = trainer.jobs().await(id, JobState.SUCCEEDED).progress().totalSteps();
            var run = PEERS.run(id);

            assertWeightsOfSteps(run, end);
            for (var part : List.of("step", "reference", "policy_forward", "objective", "backward", "optimiser")) {
                assertThat(run.curve("train", "seconds." + part))
                        .hasSize((int) end)
                        .allSatisfy((step, seconds) -> assertThat(seconds).isNotNegative());
            }
            assertHeldOut(run, end);
            assertSpectra(run, end);
            assertArtifacts(trainer, id, end);
            assertThat(trainer.jobs().messages(id, "explanation"))
                    .isEqualTo(run.outcome().details().get("explanations"))
                    .allSatisfy(sentence -> assertThat(card(trainer, id)).contains(sentence));
        }
    }

    private static void assertWeightsOfSteps(Peers.Run run, long end) {
        for (long step = 1; step <= end; step++) {
            double lambda = 0;
            for (var kernel : List.of("rbf", "polynomial", "spectral", "mahalanobis")) {
                lambda += run.curve("train", "mixture.lambda." + kernel).get(step);
            }
            assertThat(lambda).isCloseTo(1, within(1e-5));
            double tau = run.curve("train", "mixture.tau.local").get(step)
                    + run.curve("train", "mixture.tau.global").get(step);
            assertThat(tau).isCloseTo(1, within(1e-5));
            assertThat(run.curve("train", "mixture.collapse_index").get(step)).isBetween(-1e-6, 1.0);
        }
    }

    private static void assertHeldOut(Peers.Run run, long end) {
        var divergence = run.curve("held_out", "divergence.configured");
        assertThat(divergence.keySet()).containsExactly(0L, end / 2, end);
        assertThat(divergence.get(0L)).isCloseTo(0, within(1e-5));
        assertThat(divergence.get(end)).isBetween(1e-6, Math.log(2));
        assertThat(run.curve("held_out", "divergence.kl").get(end)).isGreaterThan(1e-6);
        assertThat(run.curve("held_out", "davies_bouldin").keySet()).containsExactly(0L, end / 2, end);
        assertThat(run.curve("held_out", "davies_bouldin").values()).allMatch(score -> score > 0);
        for (var figure : List.of("ranking_accuracy", "f1.ranking.overall", "f1.ranking.macro")) {
            assertThat(run.curve("held_out", figure).get(end))
                    .isBetween(
                            run.curve("held_out", figure + ".low").get(end),
                            run.curve("held_out", figure + ".high").get(end));
        }
        assertThat(run.stepsOf("held_out", "preference_accuracy.low")).containsExactly(end / 2, end);
        assertThat(run.curve("held_out", "calibration.brier").get(end)).isBetween(0.0, 0.5);
        assertThat(run.curve("held_out", "calibration.ece").get(end)).isBetween(0.0, 0.5);
        var gap = run.curve("held_out", "generalisation.loss_gap");
        assertThat(gap.keySet()).containsExactly(end / 2, end);
        assertThat(gap.get(end))
                .isCloseTo(
                        run.curve("held_out", "generalisation.train_loss").get(end)
                                - run.curve("held_out", "loss").get(end),
                        within(1e-9));
        assertThat(run.curve("held_out", "generalisation.train_accuracy").get(end))
                .isBetween(0.5, 1.0);
    }

    private static void assertSpectra(Peers.Run run, long end) {
        var alpha = run.curve("held_out", "weighted_alpha");
        assertThat(alpha.keySet()).containsExactly(0L, end);
        assertThat(run.curve("held_out", "alpha_drift.weighted").get(end))
                .isCloseTo(alpha.get(end) - alpha.get(0L), within(1e-9));
        assertThat(run.curve("held_out", "alpha.model.layers.0.mlp.up_proj").values())
                .hasSize(2)
                .allMatch(a -> a > 1);
        var spectra = JsonMapper.shared().valueToTree(run.outcome().details().get("spectra"));
        assertThat(spectra.get("matrices")).hasSizeGreaterThan(20).allSatisfy(matrix -> {
            assertThat(matrix.get("alpha").asDouble()).isGreaterThan(1);
            assertThat(matrix.get("alphaBefore").asDouble()).isGreaterThan(1);
            assertThat(matrix.get("alphaW").isNumber()).isTrue();
        });
    }

    private void assertArtifacts(TrainerProcess trainer, String id, long end) throws IOException {
        var snapshots = JsonMapper.shared()
                .readTree(artifact(trainer, id, "embedding_scatter.json"))
                .get("snapshots");
        assertThat(snapshots)
                .extracting(snapshot -> snapshot.get("step").asLong())
                .containsExactly(0L, end / 2, end);
        assertThat(snapshots).allSatisfy(snapshot -> assertThat(snapshot.get("points"))
                .hasSize(2 * HELD_OUT)
                .allSatisfy(point -> assertThat(point.propertyNames()).contains("pair", "side", "x", "y")));
        assertThat(artifact(trainer, id, "outliers.jsonl").lines().map(JsonMapper.shared()::readTree))
                .hasSizeLessThanOrEqualTo(HELD_OUT)
                .allSatisfy(outlier -> {
                    assertThat(outlier.get("margin").asDouble()).isNegative();
                    assertThat(outlier.at("/prompt/0/content").asString()).startsWith("Once upon a time");
                });
    }

    private static List<String> sha256(TrainerProcess trainer, String id) {
        return trainer.jobs().trainer().artifacts(SampleJobs.TENANT, id).stream()
                .filter(artifact -> artifact.name().startsWith("adapter"))
                .map(ArtifactView::sha256)
                .toList();
    }

    private static double firstPreferenceLoss(TrainerProcess trainer, String id) {
        return trainer.jobs().events(id).stream()
                .filter(event -> event.type().equals("step"))
                .map(JobEvent::data)
                .filter(data -> ((Number) data.get("step")).intValue() == 1)
                .map(data -> ((Number) data.get("preference_loss")).doubleValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_estimate_counts_the_steps_and_tokens_that_the_training_then_takes() throws Exception {
        try (var trainer = start()) {
            var estimate = trainer.jobs().trainer().estimate(SampleJobs.TENANT, job(5));

            assertThat(estimate.steps()).isEqualTo(5);
            assertThat(estimate.tokens()).isBetween(500L, 5 * 256L);
            assertThat(estimate.memoryBytes()).isBetween(500L << 20, 1L << 30);
            assertThat(estimate.seconds()).isLessThan(60);
        }
    }
}

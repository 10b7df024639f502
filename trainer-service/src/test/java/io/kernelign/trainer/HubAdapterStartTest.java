package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.LayerSelection;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.OneModelHub;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job whose model has yet to be fetched starts from an adapter: its shape cannot be settled before. */
class HubAdapterStartTest {

    private static final Path MODELS = ModelsFolder.make();

    @TempDir
    static Path cache;

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final OneModelHub HUB = new OneModelHub();

    @RegisterExtension
    @Order(3)
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.hub.endpoint", HUB::url)
            .with("kernelign.hub.dir", () -> cache.toString())
            .with("kernelign.services.metrics", PEERS::url);

    private SampleJobs jobs;

    @BeforeEach
    void parts() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        var folder = Files.createDirectories(MODELS.resolve("adapters/kind"));
        var model = ModelFolder.open(MODELS.resolve(SampleJobs.MODEL)).config();
        var shape = new LoraSettings(2, 3, 0, true, Set.of(Projection.QUERY), LayerSelection.ALL);
        try (var lora = Lora.initial(model, shape, 1)) {
            PeftFolder.write(folder, lora, "acme/tiny");
        }
    }

    private static JobRequest startingFrom(Map<String, Object> lora) {
        var spec = new HashMap<>(SampleJobs.request(Map.of()).spec());
        spec.put("model", "hf:acme/tiny");
        spec.put("training", Map.of("lora", lora));
        return new JobRequest(spec, SampleJobs.DATASET);
    }

    @Test
    void the_adapter_s_shape_is_the_job_s_once_the_model_is_here_and_the_job_runs() {
        var job = jobs.await(jobs.submit(startingFrom(Map.of("from", "kind"))), JobState.SUCCEEDED);

        assertThat(job.error()).isNull();
        assertThat(job.spec()).containsEntry("model", "hf:acme/tiny@" + OneModelHub.COMMIT);
        assertThat(job.spec().get("training").toString())
                .contains("from=kind", "rank=2", "targets=[q_proj]", "useRslora=true");
    }

    @Test
    void a_field_that_contradicts_the_adapter_fails_the_job_with_its_name() {
        var job = jobs.await(jobs.submit(startingFrom(Map.of("from", "kind", "rank", 16))), JobState.FAILED);

        assertThat(job.error())
                .isEqualTo("training.lora.rank is 16; accepted is 2, as the adapter that it starts from has it");
    }
}

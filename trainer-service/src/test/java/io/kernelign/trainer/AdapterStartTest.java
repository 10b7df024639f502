package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdapterStartTest {

    private static final Path MODELS = ModelsFolder.make();
    private static final LoraSettings SETTINGS =
            new LoraSettings(2, 3, 0.2, true, Set.of(Projection.QUERY, Projection.UP), LayerSelection.ALL);

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.services.metrics", PEERS::url);

    private SampleJobs jobs;

    @BeforeEach
    void parts() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        write("kind");
        Files.writeString(write("odd").resolve(PeftFolder.CONFIG), "{\"peft_type\": \"LORA\", \"r\": 0}");
    }

    private static Path write(String name) throws IOException {
        var folder = Files.createDirectories(MODELS.resolve("adapters").resolve(name));
        var model = ModelFolder.open(MODELS.resolve(SampleJobs.MODEL)).config();
        try (var lora = Lora.initial(model, SETTINGS, 1)) {
            PeftFolder.write(folder, lora, SampleJobs.MODEL);
        }
        return folder;
    }

    private static JobRequest from(String name, Map<String, Object> given) {
        var lora = new HashMap<>(given);
        lora.put("from", name);
        var spec = new HashMap<>(SampleJobs.request(Map.of()).spec());
        spec.put("training", Map.of("lora", lora));
        return new JobRequest(spec, SampleJobs.DATASET);
    }

    @Test
    void its_rank_scaling_targets_and_layers_are_the_job_s_and_the_job_runs() {
        var id = jobs.submit(from("kind", Map.of("dropout", 0)));

        assertThat(lora(jobs.get(id).spec()))
                .containsEntry("from", "kind")
                .containsEntry("rank", 2)
                .containsEntry("alpha", 3.0)
                .containsEntry("useRslora", true)
                .containsEntry("targets", List.of("q_proj", "up_proj"))
                .containsEntry("layers", "all")
                .containsEntry("dropout", 0.0);
        assertThat(jobs.await(id, JobState.SUCCEEDED).error()).isNull();
    }

    @Test
    void an_estimate_settles_the_same() {
        var estimate = jobs.trainer().estimate(SampleJobs.TENANT, from("kind", Map.of()));

        assertThat(lora(estimate.spec())).containsEntry("rank", 2).containsEntry("dropout", 0.2);
    }

    private static Map<?, ?> given(Object spec, String field) {
        return (Map<?, ?>) ((Map<?, ?>) spec).get(field);
    }

    @SuppressWarnings("unchecked") // a JSON object has text keys
    private static Map<String, Object> lora(Map<String, Object> spec) {
        return (Map<String, Object>) given(spec, "training").get("lora");
    }

    @Test
    void every_field_that_contradicts_it_is_named() {
        var errors = refusal(from("kind", Map.of("rank", 16, "targets", List.of("q_proj"), "alpha", 3)));

        assertThat(errors)
                .extracting(error -> error.get("message").asString())
                .containsExactlyInAnyOrder(
                        "training.lora.rank is 16; accepted is 2, as the adapter that it starts from has it",
                        "training.lora.targets is [q_proj]; accepted is [q_proj, up_proj], as the adapter that it"
                                + " starts from has it");
    }

    @Test
    void an_adapter_that_cannot_be_used_is_one_error_that_says_why() {
        assertThat(message(from("odd", Map.of())))
                .startsWith("training.lora.from is \"odd\", which cannot be used: adapter_config.json: r is 0;");
    }

    @Test
    void an_unknown_adapter_is_answered_with_those_that_there_are() {
        assertThat(message(from("none", Map.of())))
                .isEqualTo(
                        "training.lora.from is \"none\"; accepted is the id of a succeeded job, or one of the adapters"
                                + " kind, odd");
    }

    @Test
    void a_job_that_has_not_succeeded_or_is_another_tenant_s_is_no_adapter() {
        var failed = jobs.submit(Map.of("failAt", "1"));
        jobs.await(failed, JobState.FAILED);

        assertThat(message(from(failed, Map.of())))
                .endsWith("accepted is a job that has succeeded; this one is failed");
        var e = catchThrowableOfType(
                RestClientResponseException.class, () -> jobs.trainer().create("other", from(failed, Map.of())));
        assertThat(e.getResponseBodyAsString()).contains("the id of a succeeded job, or one of the adapters");
    }

    private String message(JobRequest request) {
        var errors = refusal(request);
        assertThat(errors).hasSize(1);
        return errors.get(0).get("message").asString();
    }

    private List<JsonNode> refusal(JobRequest request) {
        var e = catchThrowableOfType(
                RestClientResponseException.class, () -> jobs.trainer().create(SampleJobs.TENANT, request));
        assertThat(e.getStatusCode().value()).isEqualTo(400);
        return JsonMapper.shared()
                .readTree(e.getResponseBodyAsByteArray())
                .get("errors")
                .valueStream()
                .toList();
    }
}

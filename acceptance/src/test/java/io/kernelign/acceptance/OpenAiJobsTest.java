package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.files.FileObject;
import com.openai.models.finetuning.jobs.FineTuningJob;
import com.openai.models.finetuning.jobs.FineTuningJobEvent;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.jobs.JobListEventsParams;
import com.openai.models.finetuning.jobs.JobListParams;
import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.OpenAi;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Jobs by OpenAI's own Java client, which knows nothing of this platform but its address. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class OpenAiJobsTest {

    private static final String LORA = """
            {"training": {"steps": 20, "batchTokens": 256, "checkpointSteps": 5, "learningRate": 1e-2}}""";

    private final OpenAi openAi;
    private final OpenAIClient client;
    private final Jobs jobs;
    private FileObject file;
    private FineTuningJob trained;

    OpenAiJobsTest(Platform platform) {
        jobs = new Jobs(platform.http());
        openAi = OpenAi.of(platform);
        client = openAi.client();
    }

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        file = openAi.upload(Files.writeString(folder.resolve("kind.jsonl"), TinyPairs.rows()));
        trained = client.fineTuning()
                .jobs()
                .create(job().suffix("kind")
                        .seed(7)
                        .method(OpenAi.dpo(0.2))
                        .metadata(OpenAi.metadata("team", "red", "kernelign", LORA))
                        .build())
                .validate();
        jobs.awaitSuccess(trained.id(), Duration.ofMinutes(4));
    }

    private JobCreateParams.Builder job() {
        return JobCreateParams.builder().model(TinyModel.NAME).trainingFile(file.id());
    }

    @Test
    void a_job_of_the_client_is_the_platform_s_and_says_what_became_of_it() {
        var job = client.fineTuning().jobs().retrieve(trained.id()).validate();
        var own = jobs.get(trained.id());

        assertThat(job.status()).isEqualTo(FineTuningJob.Status.SUCCEEDED);
        assertThat(job.fineTunedModel()).contains(trained.id());
        assertThat(job.seed()).isEqualTo(7);
        assertThat(job.trainingFile()).isEqualTo(file.id());
        assertThat(job.error()).isEmpty();
        assertThat(job.resultFiles()).contains(trained.id() + ":adapter_model.safetensors");
        assertThat(own.get("name").asString()).isEqualTo("kind");
        assertThat(own.get("tags").get("team").asString()).isEqualTo("red");
        assertThat(own.at("/spec/objective/beta").asDouble()).isEqualTo(0.2);
        assertThat(own.at("/spec/training/steps").asInt()).isEqualTo(20);
        assertThat(job.method()
                        .orElseThrow()
                        .dpo()
                        .orElseThrow()
                        .hyperparameters()
                        .orElseThrow()
                        .beta()
                        .orElseThrow()
                        .asNumber())
                .isEqualTo(0.2);
    }

    @Test
    void what_a_job_has_made_is_downloaded_as_a_file() throws IOException {
        var id = trained.id() + ":adapter_config.json";

        assertThat(client.files().retrieve(id).validate().filename()).isEqualTo("adapter_config.json");
        assertThat(String.join("", openAi.lines(id))).contains("\"peft_type\"");
    }

    @Test
    void events_come_newest_first_and_page_after_page_none_is_missing() {
        var all = client
                .fineTuning()
                .jobs()
                .listEvents(trained.id(), JobListEventsParams.builder().limit(3).build())
                .autoPager()
                .stream()
                .map(FineTuningJobEvent::validate)
                .toList();

        assertThat(all).hasSameSizeAs(jobs.events(trained.id()));
        assertThat(all).extracting(FineTuningJobEvent::id).doesNotHaveDuplicates();
        assertThat(all.get(0).createdAt())
                .isGreaterThanOrEqualTo(all.get(all.size() - 1).createdAt());
        assertThat(all.get(all.size() - 1).message())
                .isEqualTo(jobs.events(trained.id()).get(0).get("message").asString());
    }

    @Test
    void checkpoints_are_those_that_were_written() {
        var steps = client.fineTuning().jobs().checkpoints().list(trained.id()).autoPager().stream()
                .map(checkpoint -> checkpoint.validate().stepNumber())
                .toList();

        assertThat(steps).containsExactly(15L, 10L, 5L);
    }

    @Test
    void jobs_are_listed_newest_first_page_after_page() {
        var later =
                client.fineTuning().jobs().create(job().method(OpenAi.dpo(0.1)).build());
        try {
            var listed = client
                    .fineTuning()
                    .jobs()
                    .list(JobListParams.builder().limit(1).build())
                    .autoPager()
                    .stream()
                    .map(FineTuningJob::id)
                    .toList();
            assertThat(listed).containsSubsequence(later.id(), trained.id());
        } finally {
            assertThat(client.fineTuning().jobs().cancel(later.id()).validate().id())
                    .isEqualTo(later.id());
        }
    }

    @Test
    void a_paused_job_is_queued_until_it_is_resumed() {
        var fineTuning = client.fineTuning().jobs();
        var id = fineTuning
                .create(job().method(OpenAi.dpo(0.1))
                        .metadata(OpenAi.metadata("kernelign", LORA))
                        .build())
                .id();

        assertThat(fineTuning.pause(id).validate().status()).isEqualTo(FineTuningJob.Status.QUEUED);
        assertThat(jobs.get(id).get("paused").asBoolean()).isTrue();
        fineTuning.resume(id).validate();
        jobs.awaitSuccess(id, Duration.ofMinutes(4));

        assertThatThrownBy(() -> fineTuning.pause(id)).hasMessageContaining("has ended");
    }

    @Test
    void a_request_that_the_client_sends_again_makes_no_second_job() {
        var request = job().method(OpenAi.dpo(0.3)).suffix("once");
        var first = client.fineTuning().jobs().create(request.build());

        var again = client.fineTuning()
                .jobs()
                .create(request.putAdditionalHeader("X-Stainless-Retry-Count", "1")
                        .build());
        var another = client.fineTuning()
                .jobs()
                .create(request.replaceAdditionalHeaders("X-Stainless-Retry-Count", "0")
                        .build());

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(another.id()).isNotEqualTo(first.id());
        client.fineTuning().jobs().cancel(first.id());
        client.fineTuning().jobs().cancel(another.id());
    }

    @Test
    void what_is_wrong_becomes_the_client_s_own_exception_and_names_the_field() {
        var noFile = refused(JobCreateParams.builder()
                .model(TinyModel.NAME)
                .trainingFile("ds_none")
                .method(OpenAi.dpo(0.1))
                .build());
        assertThat(noFile.param()).contains("training_file");
        assertThat(noFile.getMessage()).contains("ds_none");

        var noModel = refused(JobCreateParams.builder()
                .model("no-such-model")
                .trainingFile(file.id())
                .method(OpenAi.dpo(0.1))
                .build());
        assertThat(noModel.param()).contains("model");

        var supervised = refused(job().build());
        assertThat(supervised.param()).contains("method");

        var kernel = refused(job().method(OpenAi.dpo(0.1))
                .metadata(OpenAi.metadata("kernelign", "{\"objective\": {\"kernel\": \"cubic\"}}"))
                .build());
        assertThat(kernel.param()).contains("metadata.kernelign.objective");

        assertThatThrownBy(() -> client.fineTuning().jobs().retrieve("job_none"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("job_none");
    }

    private BadRequestException refused(JobCreateParams params) {
        return catchThrowableOfType(
                BadRequestException.class, () -> client.fineTuning().jobs().create(params));
    }

    @Test
    void a_kernel_method_takes_the_fields_of_a_job() {
        var body = Map.of(
                "model",
                TinyModel.NAME,
                "training_file",
                file.id(),
                "method",
                Map.of(
                        "type",
                        "dpo_kernels",
                        "dpo_kernels",
                        Map.of("objective", Map.of("kernel", "rbf", "divergence", "kl"))));

        var job = jobs.http()
                .post("/v1/fine_tuning/jobs", JsonMapper.shared().writeValueAsString(body))
                .json();

        assertThat(job.at("/kernelign/objective/kernel").toString()).contains("rbf");
        client.fineTuning().jobs().cancel(job.get("id").asString());
    }
}

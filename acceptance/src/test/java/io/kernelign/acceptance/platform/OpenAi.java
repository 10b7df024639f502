package io.kernelign.acceptance.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.methods.DpoHyperparameters;
import com.openai.models.finetuning.methods.DpoMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** OpenAI's own client, and what tests ask of it again and again. */
public record OpenAi(OpenAIClient client) {

    public static OpenAi of(Platform platform) {
        return new OpenAi(OpenAIOkHttpClient.builder()
                .baseUrl(platform.http().url() + "/v1")
                .apiKey("none")
                .maxRetries(0)
                .build());
    }

    /** A file for fine-tuning. */
    public FileObject upload(Path pairs) {
        return client.files()
                .create(FileCreateParams.builder()
                        .file(pairs)
                        .purpose(FilePurpose.FINE_TUNE)
                        .build())
                .validate();
    }

    /** Of a file's content. */
    public List<String> lines(String id) throws IOException {
        try (var content = client.files().content(id)) {
            return new String(content.body().readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** Plain DPO. */
    public static JobCreateParams.Method dpo(double beta) {
        var hyperparameters =
                DpoHyperparameters.builder().beta(beta).batchSizeAuto().build();
        return JobCreateParams.Method.builder()
                .type(JobCreateParams.Method.Type.DPO)
                .dpo(DpoMethod.builder().hyperparameters(hyperparameters).build())
                .build();
    }

    public static JobCreateParams.Metadata metadata(String... keysAndValues) {
        var metadata = JobCreateParams.Metadata.builder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            metadata.putAdditionalProperty(keysAndValues[i], JsonValue.from(keysAndValues[i + 1]));
        }
        return metadata.build();
    }
}

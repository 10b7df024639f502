package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnprocessableEntityException;
import io.kernelign.acceptance.platform.OpenAi;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.HttpProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Data sets and models by OpenAI's own Java client. */
@ExtendWith(SharedPlatform.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OpenAiFilesTest {

    private final OpenAi openAi;
    private final OpenAIClient client;
    private final HttpProbe http;

    @TempDir
    private Path folder;

    OpenAiFilesTest(Platform platform) {
        openAi = OpenAi.of(platform);
        client = openAi.client();
        http = platform.http();
    }

    @Test
    void a_file_is_a_data_set() throws IOException {
        var file = openAi.upload(Files.writeString(folder.resolve("kind.jsonl"), TinyPairs.rows()));

        assertThat(file.filename()).isEqualTo("kind.jsonl");
        assertThat(client.files().retrieve(file.id()).validate()).isEqualTo(file);
        assertThat(client.files().list().autoPager()).contains(file);
        assertThat(openAi.lines(file.id())).hasSize(144).first().asString().contains("\"chosen\"");
        assertThat(http.get("/api/v1/datasets/" + file.id()).json().get("pairs").asInt())
                .isEqualTo(144);
    }

    @Test
    void a_deleted_file_is_gone() throws IOException {
        var other = openAi.upload(Files.writeString(folder.resolve("other.jsonl"), TinyPairs.row(0)));

        assertThat(client.files().delete(other.id()).validate().deleted()).isTrue();

        assertThatThrownBy(() -> client.files().retrieve(other.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_bad_row_is_told_as_an_error_of_the_client() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.jsonl"), TinyPairs.rows() + "{\"prompt\": \"a\"}\n");

        assertThatThrownBy(() -> openAi.upload(bad))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("line 145");
    }

    @Test
    void models_are_the_base_models() {
        assertThat(client.models().list().data())
                .extracting(model -> model.validate().id())
                .contains(TinyModel.NAME);
        assertThat(client.models().retrieve(TinyModel.NAME).validate().id()).isEqualTo(TinyModel.NAME);
    }
}

package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A client of tus that others have written. */
class TusClientTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.toString());

    @TempDir
    Path own;

    private TusUpload upload() throws IOException {
        var file = own.resolve("pairs.jsonl");
        Files.write(file, Rows.of("by a client", 5_000).getBytes(UTF_8));
        var upload = new TusUpload(file.toFile());
        upload.setMetadata(Map.of("filename", "pairs.jsonl", "name", "by a client", "seed", "7"));
        return upload;
    }

    private static TusClient client() throws IOException {
        var client = new TusClient();
        client.setUploadCreationURL(URI.create(GATEWAY.url() + TusProbe.UPLOADS).toURL());
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    @Test
    void an_upload_that_was_interrupted_is_resumed() throws Exception {
        var client = client();
        var first = client.resumeOrCreateUpload(upload());
        first.setChunkSize(10_000);
        first.setRequestPayloadSize(50_000);
        first.uploadChunk();
        first.uploadChunk();
        first.finish(false);

        var second = client.resumeOrCreateUpload(upload());
        assertThat(second.getUploadURL()).isEqualTo(first.getUploadURL());
        assertThat(second.getOffset()).isEqualTo(20_000);
        while (second.uploadChunk() > -1) {
            assertThat(second.getOffset()).isPositive();
        }
        second.finish();

        var end = TusProbe.to(GATEWAY).awaitEnd(second.getUploadURL().getPath());
        assertThat(end.get("state").asString()).isEqualTo("completed");
        assertThat(end.get("rowsValidated").asInt()).isEqualTo(5_000);
    }
}

package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred at once: bodies, forms and resumable ones in turn, each second one cut off in its middle. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ManyUploadsTest {

    private static final int UPLOADS = 200;

    /** Two uploads that come through have the same content. */
    private static final int CONTENTS = UPLOADS / 4;

    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.toString())
            .with("kernelign.uploads.expires-after", "30s")
            .with("kernelign.uploads.sweep-every", "1s");

    private final CyclicBarrier halfWay = new CyclicBarrier(UPLOADS);

    private final class Client implements Callable<Boolean> {

        private final int number;

        Client(int number) {
            this.number = number;
        }

        private boolean isCutOff() {
            return number % 2 == 1;
        }

        /** Answers whether the upload was taken. */
        @Override
        public Boolean call() throws Exception {
            var topic = isCutOff() ? "cut off " + number : "whole " + number / 2 % CONTENTS;
            var rows = Rows.of(topic, 500);
            return switch (number % 3) {
                case 0 ->
                    send(rows, "POST", DATASETS, "Content-Type: application/jsonl")
                            .startsWith("HTTP/1.1 201 ");
                case 1 ->
                    send(
                                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                                            + rows + "\r\n--x--\r\n",
                                    "POST",
                                    DATASETS,
                                    "Content-Type: multipart/form-data; boundary=x")
                            .startsWith("HTTP/1.1 201 ");
                default -> resumable(rows);
            };
        }

        private boolean resumable(String rows) throws Exception {
            var tus = TusProbe.to(GATEWAY);
            var upload = tus.begin(rows.length(), Map.of());
            var answer = send(
                    rows,
                    "PATCH",
                    upload,
                    "Tus-Resumable: 1.0.0",
                    "Upload-Offset: 0",
                    "Content-Type: application/offset+octet-stream");
            return answer.startsWith("HTTP/1.1 204 ")
                    && tus.awaitEnd(upload).get("state").asString().equals("completed");
        }

        /** Sends half, waits for all others to have done so, and then goes or sends the rest. */
        private String send(String body, String method, String path, String... headers) throws Exception {
            var bytes = body.getBytes(UTF_8);
            var all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "Content-Length: " + bytes.length;
            try (var client = new RawClient(GATEWAY.url())) {
                client.head(method, path, all).send(Arrays.copyOf(bytes, bytes.length / 2));
                halfWay.await(2, TimeUnit.MINUTES);
                return isCutOff()
                        ? ""
                        : client.send(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length))
                                .answer();
            }
        }
    }

    @Test
    void all_whole_ones_become_data_sets_and_nothing_of_the_others_remains() throws Exception {
        var clients = new ArrayList<Client>();
        for (int number = 0; number < UPLOADS; number++) {
            clients.add(new Client(number));
        }
        var threads = Executors.newFixedThreadPool(UPLOADS);
        try {
            int taken = 0;
            for (var upload : threads.invokeAll(clients)) {
                taken += upload.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(UPLOADS / 2);
        } finally {
            threads.shutdown();
        }

        var remains = Waiting.until(
                "the uploads that were cut off to expire",
                ManyUploadsTest::remains,
                found -> found.files().isEmpty() && found.uploads().isEmpty());
        assertThat(remains.datasets()).hasSize(UPLOADS / 2);
        assertThat(remains.blobs()).hasSize(CONTENTS);
        assertThat(remains.claims()).isZero();
        assertThat(contents()).hasSize(UPLOADS / 2).allMatch(pairs -> pairs == 500);
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder);
    }

    private static List<Integer> contents() {
        return GATEWAY.http()
                .get(DATASETS + "?limit=100")
                .json()
                .get("items")
                .valueStream()
                .map(dataset -> dataset.get("pairs").asInt())
                .toList();
    }
}

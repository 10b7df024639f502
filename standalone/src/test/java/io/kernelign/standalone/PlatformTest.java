package io.kernelign.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.start.RefusedStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlatformTest {

    @TempDir
    Path data;

    private PlatformOptions options(String... args) {
        var options = new PlatformOptions();
        CommandLine.populateCommand(options, args);
        return options;
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String text(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void one_process_answers_for_all_four_services_and_starts_again_on_the_same_data() throws Exception {
        for (int start = 0; start < 2; start++) {
            var said = new ArrayList<String>();
            try (var platform = Platform.start(options("--port", "0", "--data", data.toString()), said::add)) {
                for (var route : List.of("datasets", "models", "objectives", "jobs", "results")) {
                    assertThat(status(platform.url() + "/api/v1/" + route))
                            .as(route)
                            .isEqualTo(200);
                }
                assertThat(status(platform.url() + "/api/v1/recommendations/rec_none"))
                        .isEqualTo(404);
            }
            assertThat(said).contains("Starting trainer-service").hasSize(5);
        }
    }

    @Test
    void a_port_in_use_is_told_in_one_sentence_before_anything_starts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());
            var said = new ArrayList<String>();
            assertThatThrownBy(() -> Platform.start(options("--port", port, "--data", data.toString()), said::add))
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessage("Port " + port + " is in use by another program; choose one with --port.");
            assertThat(said).isEmpty();
        }
    }
}

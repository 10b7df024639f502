package io.kernelign.selector.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kernelign.embedding.EncoderException;
import io.kernelign.service.endpoint.EndpointSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Against a server on this machine that answers what each test wants. */
class EmbeddingEndpointTest {

    private record Answer(int status, String body) {}

    private final List<Answer> answers = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The answers in turn, the last one for ever. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
        var body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private EmbeddingEndpoint endpoint(Duration patience) {
        var url = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
        return new EmbeddingEndpoint(
                "jina", new EndpointSettings(url, "jina-v3", "secret", Duration.ofSeconds(5), patience));
    }

    private EmbeddingEndpoint endpoint() {
        return endpoint(Duration.ofSeconds(5));
    }

    private static String vectors(String... vectors) {
        var data = new ArrayList<String>();
        for (int i = 0; i < vectors.length; i++) {
            data.add("{\"index\": " + i + ", \"embedding\": " + vectors[i] + "}");
        }
        return "{\"data\": [" + String.join(", ", data) + "]}";
    }

    @Test
    void texts_are_sent_as_openai_wants_them_and_vectors_come_back_in_their_order() {
        answers.add(new Answer(
                200,
                "{\"data\": [{\"index\": 1, \"embedding\": [0, 1]}, {\"index\": 0, \"embedding\": [0.5, -2e-1]}]}"));

        var vectors = endpoint().embed(List.of("one", " "));

        assertThat(vectors).containsExactly(new float[] {0.5f, -0.2f}, new float[] {0, 1});
        assertThat(asked).singleElement().asString().startsWith("Bearer secret ");
        var body = JsonMapper.shared().readTree(asked.get(0).substring("Bearer secret ".length()));
        assertThat(body.get("model").asString()).isEqualTo("jina-v3");
        assertThat(body.get("input").toString()).isEqualTo("[\"one\",\".\"]");
    }

    @Test
    void an_endpoint_that_is_overloaded_is_asked_again_as_soon_as_it_wants() {
        answers.add(new Answer(429, "slow down"));
        answers.add(new Answer(503, ""));
        answers.add(new Answer(200, vectors("[1]")));

        assertThat(endpoint().embed(List.of("text"))).hasSize(1);
        assertThat(asked).hasSize(3);
    }

    @Test
    void one_that_stays_overloaded_is_given_up() {
        answers.add(new Answer(429, "slow down"));

        assertThatThrownBy(() -> endpoint(Duration.ofSeconds(4)).embed(List.of("text")))
                .isInstanceOf(EncoderException.class)
                .hasMessage("The encoder jina answered 429: \"slow down\" for 4 seconds.");
        assertThat(asked).hasSizeGreaterThan(1);
    }

    @Test
    void a_refusal_is_told_at_once() {
        answers.add(new Answer(401, "{\"error\": \"bad key\"}"));

        assertThatThrownBy(() -> endpoint().embed(List.of("text")))
                .hasMessage("The encoder jina answered 401: \"{\"error\": \"bad key\"}\".");
        assertThat(asked).hasSize(1);
    }

    @Test
    void one_that_has_no_room_is_asked_again_and_given_up_with_its_own_sentence() {
        answers.add(new Answer(409, "{\"status\": 409, \"detail\": \"It takes 3 GiB.\"}"));

        assertThatThrownBy(() -> endpoint(Duration.ofSeconds(1)).embed(List.of("text")))
                .hasMessage("The encoder jina answered 409: \"It takes 3 GiB.\" for 1 seconds.");
        assertThat(asked).hasSizeGreaterThan(1);
    }

    @Test
    void an_error_as_openai_writes_it_is_told_by_its_message() {
        answers.add(new Answer(404, "{\"error\": {\"message\": \"No such model.\", \"type\": \"x\"}}"));

        assertThatThrownBy(() -> endpoint().embed(List.of("text")))
                .hasMessage("The encoder jina answered 404: \"No such model.\".");
    }

    @Test
    void one_that_is_away_is_named_with_what_is_wrong() {
        var endpoint = endpoint(Duration.ofMillis(300));
        server.stop(0);

        assertThatThrownBy(() -> endpoint.embed(List.of("text")))
                .isInstanceOf(EncoderException.class)
                .hasMessageStartingWith("The encoder jina does not answer (");
    }

    @Test
    void one_that_takes_the_question_and_never_answers_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var url = URI.create("http://localhost:" + silent.getLocalPort() + "/v1");
            var endpoint = new EmbeddingEndpoint(
                    "jina", new EndpointSettings(url, "jina-v3", null, Duration.ofMillis(200), Duration.ofMillis(600)));

            assertThatThrownBy(() -> endpoint.embed(List.of("text")))
                    .isInstanceOf(EncoderException.class)
                    .hasMessageStartingWith("The encoder jina does not answer (");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>hello</html> | answered no JSON: \"<html>hello</html>\"",
                "'' | answered 0 vectors to 2 texts",
                "{} | answered 0 vectors to 2 texts",
                "{\"data\": [{\"embedding\": [1]}, {\"index\": 1, \"embedding\": [1]}]} | answered vectors without the right index",
                "{\"data\": [{\"index\": 0, \"embedding\": []}, {\"index\": 1, \"embedding\": []}]} "
                        + "| answered a vector without numbers",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [1, 2]}]} "
                        + "| answered a vector of 2 numbers after vectors of 1",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [null]}]} "
                        + "| answered a vector with something that is no number",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [0]}]} "
                        + "| answered a vector of length 0.0, which has no direction",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [1e99]}]} "
                        + "| answered a vector of length Infinity, which has no direction",
                "{\"data\": [{\"index\": 0, \"embedding\": [NaN]}]} "
                        + "| answered no JSON: \"{\"data\": [{\"index\": 0, \"embedding\": [NaN]}]}\"",
            })
    void what_is_no_vector_with_a_direction_for_each_text_is_refused_in_a_sentence(String body, String sentence) {
        answers.add(new Answer(200, body));

        assertThatThrownBy(() -> endpoint().embed(List.of("one", "two")))
                .isInstanceOf(EncoderException.class)
                .hasMessage("The encoder jina " + sentence + ".");
    }

    @Test
    void vectors_of_another_length_than_those_of_an_earlier_answer_are_refused() {
        answers.add(new Answer(200, vectors("[1, 2]")));
        answers.add(new Answer(200, vectors("[1, 2, 3]")));
        var endpoint = endpoint();
        endpoint.embed(List.of("one"));

        assertThatThrownBy(() -> endpoint.embed(List.of("two")))
                .hasMessage("The encoder jina answered a vector of 3 numbers after vectors of 2.");
    }
}

package io.kernelign.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeHub.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hub may answer instead of a model: one sentence each, and no model is left behind. */
class HubRefusalTest extends AgainstALocalHub {

    private static final String AT = "hf:acme/tiny@" + FakeHub.COMMIT;

    private void fetch(String token) throws InterruptedException {
        visitor.hub(token).fetch(Visitor.MODEL, visitor);
    }

    private void assertRefused(String message) throws IOException {
        assertThatThrownBy(() -> fetch(null)).isInstanceOf(FetchException.class).hasMessageStartingWith(message);
        assertNothingKept();
    }

    private void assertNothingKept() {
        assertThat(new HubCache(cache).find(HubModel.parse(AT))).isEmpty();
    }

    private static Trouble status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            FakeHub.send(exchange, status, new byte[0]);
        };
    }

    private static Trouble text(String body) {
        return (exchange, content) -> FakeHub.send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "list",
                        status(401),
                        "127.0.0.1 answers 401 for hf:acme/tiny@main: it is not there, or it needs a token, and HF_TOKEN"
                                + " is not set"),
                Arguments.of(
                        "list",
                        status(403, "X-Error-Code", "GatedRepo"),
                        "127.0.0.1 answers 403 for hf:acme/tiny@main: its owner asks you to accept terms at http://"),
                Arguments.of(
                        "list", status(404), "127.0.0.1 answers 404 for hf:acme/tiny@main: there is no such model"),
                Arguments.of(
                        "list",
                        status(404, "X-Error-Code", "RevisionNotFound"),
                        "127.0.0.1 answers 404 for hf:acme/tiny@main: it has no revision main"),
                Arguments.of("list", status(418), "127.0.0.1 answers 418 for hf:acme/tiny@main"),
                Arguments.of("list", text("<html>"), "the hub's list of the files of hf:acme/tiny@main is not valid: "),
                Arguments.of(
                        "list",
                        text("{\"sha\":\"../..\",\"siblings\":[]}"),
                        "the hub's list of the files of hf:acme/tiny@main names no commit or no files"),
                Arguments.of("list", status(302, "Location", "ftp://elsewhere/x"), "http://127.0.0.1:"),
                Arguments.of(
                        "config.json",
                        status(404, "X-Error-Code", "EntryNotFound"),
                        "127.0.0.1 answers 404 for config.json of " + AT + ": it has no such file"),
                Arguments.of(
                        "config.json",
                        status(200, "X-Repo-Commit", "f".repeat(40)),
                        "config.json of " + AT + " comes from commit " + "f".repeat(40)),
                Arguments.of(
                        "store/model.safetensors",
                        status(403),
                        "localhost answers 403 for model.safetensors of " + AT));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_that_is_no_model_is_one_sentence(String kind, Trouble trouble, String message) throws IOException {
        server.next(kind, trouble);
        assertRefused(message);
    }

    @Test
    void a_token_that_does_not_help_is_told_without_telling_the_token() {
        server.next("list", status(401));
        assertThatThrownBy(() -> fetch("hf_secret"))
                .hasMessage("127.0.0.1 answers 401 for hf:acme/tiny@main: it is not there, or the token in HF_TOKEN may"
                        + " not read it");
    }

    @Test
    void a_hub_that_asks_to_wait_is_given_the_time() throws Exception {
        server.next("list", status(429, "Retry-After", "1"));
        server.next("config.json", status(429, "Retry-After", now()));
        fetch(null);
        assertThat(visitor.delays().get(0))
                .isEqualTo("127.0.0.1 answers 429 for hf:acme/tiny@main; trying again in 1 seconds.");
        assertThat(visitor.delays()).hasSize(2);
    }

    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    }

    @Test
    void a_hub_that_asks_to_wait_for_long_is_not_waited_for() throws Exception {
        server.next("list", status(429, "Retry-After", "3600"));
        assertRefused("127.0.0.1 answers 429 for hf:acme/tiny@main and asks to wait 3600 seconds");
    }

    @Test
    void a_hub_that_stays_broken_is_asked_three_times() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.next("list", status(503));
        }
        assertRefused("127.0.0.1 answers 503 for hf:acme/tiny@main; gave up after 3 tries");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void a_hub_that_is_broken_for_a_moment_does_no_harm() throws Exception {
        server.next("list", status(500));
        server.next("tokenizer.json", status(502));
        server.next("store/model.safetensors", status(504));
        fetch(null);
        assertThat(visitor.delays()).hasSize(3);
    }

    @Test
    void a_hub_that_is_not_there_is_told() {
        var url = server.url();
        var hub = visitor.hub(null);
        server.close();
        assertThatThrownBy(() -> hub.fetch(Visitor.MODEL, visitor))
                .isInstanceOf(FetchException.class)
                .hasMessage(url + " cannot be read: Connection refused; gave up after 3 tries");
    }

    @Test
    void redirects_without_end_are_not_followed_for_ever() throws Exception {
        for (int i = 0; i < 10; i++) {
            server.next("list", status(302, "Location", "/api/models/acme/tiny/revision/main"));
        }
        assertRefused(server.url() + "/api/models/acme/tiny/revision/main redirects more than 5 times");
    }

    @Test
    void a_model_with_pickled_weights_alone_is_refused_before_anything_is_fetched() throws Exception {
        server.remove("model.safetensors");
        assertRefused(AT + " has no model.safetensors: pytorch_model.bin is a pickle");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_model_without_a_tokenizer_is_refused_before_anything_is_fetched() throws Exception {
        server.remove("tokenizer.json");
        assertRefused(AT + " has no tokenizer.json");
    }

    @Test
    void an_architecture_that_is_not_supported_is_refused_before_its_weights_are_fetched() throws Exception {
        server.put("config.json", "{\"architectures\":[\"MambaForCausalLM\"]}".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                AT + " cannot be loaded: config.json: architectures is [MambaForCausalLM]; accepted is a list of");
        assertThat(server.asked()).noneMatch(asked -> asked.path().endsWith(".safetensors"));
        assertThat(cache.resolve("models--acme--tiny").toFile().list()).containsExactly(FakeHub.COMMIT + ".lock");
    }

    @Test
    void an_index_that_leads_out_of_the_folder_is_refused_before_a_shard_is_fetched() throws Exception {
        SmallModel.sharded(server, scratch);
        server.put(
                "model.safetensors.index.json",
                "{\"weight_map\":{\"w\":\"../../x.safetensors\"}}".getBytes(StandardCharsets.UTF_8));
        assertRefused(AT + " cannot be loaded: model.safetensors.index.json: weight_map.w is \"../../x.safetensors\"");
        assertThat(server.asked()).noneMatch(asked -> asked.path().endsWith(".safetensors"));
    }

    @Test
    void weights_that_contradict_the_configuration_are_refused_and_nothing_of_them_is_kept() throws Exception {
        server.put("model.safetensors", new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertRefused(AT + " cannot be loaded: model.safetensors: model.embed_tokens.weight is missing");
        assertThat(cache.resolve("models--acme--tiny").toFile().list()).containsExactly(FakeHub.COMMIT + ".lock");
    }
}

package io.kernelign.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeHub.Asked;
import io.kernelign.lm.ModelFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ModelHubTest extends AgainstALocalHub {

    @Test
    void a_model_is_fetched_at_the_commit_of_its_revision_and_only_the_files_that_are_read() throws Exception {
        var hub = visitor.hub(null);
        assertThat(hub.find(Visitor.PINNED)).isEmpty();
        assertThat(hub.fetch(Visitor.MODEL, visitor)).isEqualTo(Visitor.PINNED);
        var folder = hub.find(Visitor.PINNED).orElseThrow();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("config.json", "tokenizer.json", "tokenizer_config.json", Visitor.WEIGHTS);
        assertThat(folder.resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
        assertThat(ModelFolder.open(folder).weights().read("model.norm.weight")).hasSize(64);
    }

    @Test
    void its_progress_is_told_and_ends_at_its_size() throws Exception {
        visitor.fetched();
        assertThat(visitor.bytes())
                .isSorted()
                .hasSizeGreaterThan(2)
                .endsWith(Files.size(scratch.resolve(Visitor.WEIGHTS)));
        assertThat(visitor.total()).isEqualTo(Files.size(scratch.resolve(Visitor.WEIGHTS)));
    }

    @Test
    void what_was_fetched_is_found_without_asking_and_a_branch_is_asked_for_its_commit_alone() throws Exception {
        visitor.fetched();
        int before = server.asked().size();
        assertThat(visitor.hub(null).fetch(Visitor.PINNED, visitor)).isEqualTo(Visitor.PINNED);
        assertThat(server.asked()).hasSize(before);
        assertThat(visitor.hub(null).fetch(Visitor.MODEL, visitor)).isEqualTo(Visitor.PINNED);
        assertThat(server.asked()).hasSize(before + 1);
    }

    @Test
    void a_sharded_model_is_fetched_by_its_index() throws Exception {
        SmallModel.sharded(server, scratch);
        assertThat(visitor.fetched().toFile().list())
                .contains("a.safetensors", "b.safetensors", "model.safetensors.index.json")
                .doesNotContain("consolidated.safetensors");
    }

    @Test
    void the_token_is_sent_to_the_hub_and_not_to_where_the_hub_redirects() throws Exception {
        visitor.fetched();
        assertThat(server.asked())
                .filteredOn(asked -> asked.server().equals("hub"))
                .allSatisfy(asked -> assertThat(asked.token()).isEqualTo("Bearer secret"));
        assertThat(server.asked())
                .filteredOn(asked -> asked.server().equals("store"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.token()).isNull());
    }

    @Test
    void a_redirect_within_the_hub_as_of_a_renamed_model_is_followed_with_the_token() throws Exception {
        server.next("list", (exchange, content) -> {
            exchange.getResponseHeaders().set("Location", "/api/models/acme/tiny/revision/main?renamed=1");
            FakeHub.send(exchange, 307, new byte[0]);
        });
        server.next("config.json", (exchange, content) -> {
            exchange.getResponseHeaders().set("ETag", "W/\"28-of-the-redirect\"");
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getPath());
            FakeHub.send(exchange, 307, new byte[0]);
        });
        visitor.fetched();
        assertThat(server.asked().subList(0, 2))
                .extracting(Asked::token)
                .containsExactly("Bearer secret", "Bearer secret");
    }

    @Test
    void weights_for_which_the_disk_has_no_room_are_refused_before_their_first_byte() throws Exception {
        var listing = "{\"sha\":\"" + FakeHub.COMMIT + "\",\"siblings\":[{\"rfilename\":\"config.json\"},"
                + "{\"rfilename\":\"tokenizer.json\"},{\"rfilename\":\"tokenizer_config.json\"},"
                + "{\"rfilename\":\"model.safetensors\",\"size\":1152921504606846976}]}";
        server.next(
                "list", (exchange, content) -> FakeHub.send(exchange, 200, listing.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(visitor::fetched)
                .isInstanceOf(FetchException.class)
                .hasMessageMatching(
                        "hf:acme/tiny@\\w+ needs 11529215\\d+ more bytes of disk below .*, and \\d+ are free");
        assertThat(server.asked()).noneMatch(asked -> asked.server().equals("store"));
    }

    @Test
    void two_jobs_that_want_the_same_model_fetch_it_once() throws Exception {
        var both = Executors.newFixedThreadPool(2);
        try {
            Callable<HubModel> fetch = () -> visitor.hub("secret").fetch(Visitor.MODEL, new Visitor(server, cache));
            for (var result : both.invokeAll(List.of(fetch, fetch))) {
                assertThat(result.get()).isEqualTo(Visitor.PINNED);
            }
        } finally {
            both.shutdown();
        }
        assertThat(server.asked())
                .filteredOn(asked -> asked.server().equals("store"))
                .hasSize(1);
    }
}

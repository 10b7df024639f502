package io.kernelign.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeHub.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A file arrives whole and right, or not at all, whatever happens on the way. */
class DownloadTest extends AgainstALocalHub {

    @Test
    void a_transfer_that_dies_in_the_middle_is_resumed_where_it_died() throws Exception {
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 100_000);
        });
        var folder = visitor.fetched();
        assertThat(folder.resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
        assertThat(visitor.delays()).singleElement().asString().contains("cannot be read", "trying again in");
        var ranges = server.asked().stream()
                .filter(asked -> asked.server().equals("store"))
                .map(Asked::range)
                .toList();
        assertThat(ranges).hasSize(2).first().isNull();
        assertThat(ranges.get(1)).matches("bytes=[1-9][0-9]*-");
    }

    @Test
    void a_server_that_falls_silent_in_the_middle_counts_as_one_that_died() throws Exception {
        var askedAgain = new CountDownLatch(1);
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 100_000);
            exchange.getResponseBody().flush();
            await(askedAgain);
        });
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> {
            askedAgain.countDown();
            FakeHub.sendFrom(exchange, content);
        });
        var hub = visitor.hub(null, Duration.ofMillis(400), 50);
        var folder = hub.find(hub.fetch(Visitor.MODEL, visitor)).orElseThrow();
        assertThat(folder.resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_fetch_that_was_broken_off_goes_on_in_another_process_with_what_is_there() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> FakeHub.send(exchange, 503, new byte[0]));
        }
        assertThatThrownBy(visitor::fetched).isInstanceOf(FetchException.class);
        int before = server.asked().size();
        visitor.fetched();
        assertThat(server.asked().subList(before, server.asked().size()))
                .extracting(Asked::path)
                .noneMatch(path -> path.endsWith(".json"))
                .anyMatch(path -> path.endsWith(Visitor.WEIGHTS));
    }

    @Test
    void a_server_that_cannot_resume_begins_anew() throws Exception {
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 100_000);
        });
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> FakeHub.send(exchange, 200, content));
        assertThat(visitor.fetched().resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
    }

    @Test
    void a_part_that_is_longer_than_the_file_is_thrown_away() throws Exception {
        Files.write(visitor.part(Visitor.WEIGHTS), new byte[(int) Files.size(scratch.resolve(Visitor.WEIGHTS)) + 1]);
        assertThat(visitor.fetched().resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
    }

    @Test
    void other_bytes_than_the_checksum_says_are_refused_and_not_kept() throws Exception {
        server.next("store/" + Visitor.WEIGHTS, (exchange, content) -> {
            var other = content.clone();
            other[other.length / 2] ^= 1;
            FakeHub.send(exchange, 200, other);
        });
        assertThatThrownBy(visitor::fetched)
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("model.safetensors of " + Visitor.PINNED + " arrived with SHA-256 ")
                .hasMessageEndingWith(
                        "; accepted is SHA-256 " + FakeHub.sha256(Files.readAllBytes(scratch.resolve(Visitor.WEIGHTS)))
                                + ", as " + server.url() + " says");
        assertThat(visitor.hub(null).find(Visitor.PINNED)).isEmpty();
        assertThat(visitor.kept()).doesNotContain(Visitor.WEIGHTS, Visitor.WEIGHTS + ".part");
        assertThat(visitor.fetched()).isDirectory();
    }

    @Test
    void a_small_file_is_held_against_gits_checksum() {
        server.promise("config.json", "a".repeat(40));
        assertThatThrownBy(visitor::fetched)
                .hasMessageStartingWith("config.json of " + Visitor.PINNED + " arrived with git SHA-1 ")
                .hasMessageEndingWith("; accepted is git SHA-1 " + "a".repeat(40) + ", as " + server.url() + " says");
    }

    @Test
    void a_file_without_a_checksum_is_refused() {
        server.promise("config.json", "none");
        assertThatThrownBy(visitor::fetched)
                .hasMessage("the hub tells no checksum of config.json of " + Visitor.PINNED
                        + "; accepted is an ETag with one");
    }

    @Test
    void a_disk_that_is_full_is_told_and_what_did_not_fit_is_not_kept() throws Exception {
        Files.createSymbolicLink(visitor.part(Visitor.WEIGHTS), Path.of("/dev/full"));
        assertThatThrownBy(visitor::fetched)
                .isInstanceOf(FetchException.class)
                .hasMessageEndingWith("model.safetensors.part cannot be written: No space left on device");
        assertThat(visitor.kept()).doesNotContain(Visitor.WEIGHTS, Visitor.WEIGHTS + ".part");
    }

    @Test
    void what_a_listener_throws_ends_the_fetch_and_the_next_goes_on() throws Exception {
        var impatient = new FetchListener() {
            @Override
            public void check() {}

            @Override
            public void fetched(String file, long bytes, long total) {
                if (bytes > 100_000) {
                    throw new IllegalStateException("cancelled");
                }
            }

            @Override
            public void delayed(String sentence) {}
        };
        assertThatThrownBy(() -> visitor.hub(null).fetch(Visitor.MODEL, impatient))
                .hasMessage("cancelled");
        assertThat(visitor.hub(null).find(Visitor.PINNED)).isEmpty();
        assertThat(visitor.fetched().resolve(Visitor.WEIGHTS)).hasSameBinaryContentAs(scratch.resolve(Visitor.WEIGHTS));
        assertThat(server.asked()).anySatisfy(asked -> assertThat(asked.range()).matches("bytes=1[0-9]{5}-"));
    }
}

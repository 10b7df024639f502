package io.kernelign.service.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps, wherever its blobs lie. */
abstract class BlobStoreContract {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final int LARGE = (17 << 20) + 7;

    @TempDir
    Path folder;

    private BlobStore blobs;

    /** A store without a blob; whatever it keeps on this machine lies in {@link #folder}. */
    abstract BlobStore open() throws IOException;

    /** Another process's view of the same store. */
    abstract BlobStore openAgain() throws IOException;

    /** Writes other content under a key, with the checksum of what was there. */
    abstract void damage(String key, byte[] content) throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        blobs = open();
    }

    static ByteArrayInputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    /** Bytes that repeat nowhere near. */
    static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(BlobStore from, String key) throws IOException {
        try (var content = from.open(key)) {
            return content.readAllBytes();
        }
    }

    private void assertNothingIsInTheMaking() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getParent().endsWith(".staging")))
                    .isEmpty();
        }
    }

    @Test
    void what_is_put_is_read_back_with_its_length_and_hash() throws IOException {
        assertThat(blobs.put("jobs/1/adapter.bin", text("abc")))
                .isEqualTo(new Blob("jobs/1/adapter.bin", 3, SHA256_OF_ABC));

        assertThat(read(blobs, "jobs/1/adapter.bin")).isEqualTo("abc".getBytes(UTF_8));
        assertThat(blobs.size("jobs/1/adapter.bin")).isEqualTo(3);
        assertThat(Files.readString(blobs.localPath("jobs/1/adapter.bin"))).isEqualTo("abc");
    }

    @Test
    void a_key_can_be_made_of_the_content_s_hash() throws IOException {
        var blob = blobs.put(hash -> "pairs/" + hash + ".jsonl", out -> out.write("abc".getBytes(UTF_8)));

        assertThat(blob.key()).isEqualTo("pairs/" + SHA256_OF_ABC + ".jsonl");
        assertThat(blobs.exists(blob.key())).isTrue();
    }

    @Test
    void content_can_be_written_into_a_file_in_any_order() throws IOException {
        var blob = blobs.putFile(hash -> "pairs/" + hash, file -> {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap("xbc".getBytes(UTF_8)));
                channel.write(ByteBuffer.wrap("a".getBytes(UTF_8)), 0);
            }
            return SHA256_OF_ABC;
        });

        assertThat(blob).isEqualTo(new Blob("pairs/" + SHA256_OF_ABC, 3, SHA256_OF_ABC));
        assertThat(read(blobs, blob.key())).isEqualTo("abc".getBytes(UTF_8));
        assertNothingIsInTheMaking();
    }

    @Test
    void a_file_that_cannot_be_written_is_no_blob() throws IOException {
        assertThatThrownBy(() -> blobs.putFile(hash -> "pairs/" + hash, file -> {
                    Files.writeString(file, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(blobs.list("")).isEmpty();
        assertNothingIsInTheMaking();
    }

    @Test
    void a_file_is_stored_as_it_is() throws IOException {
        var file = Files.write(folder.resolve("file"), noise(70_000));

        var blob = blobs.put("copied", file);

        assertThat(blob).isEqualTo(new Blob("copied", 70_000, Sha256.of(file)));
        assertThat(read(blobs, "copied")).isEqualTo(noise(70_000));
        assertThat(file).exists();
    }

    @Test
    void an_empty_blob_is_one_too() throws IOException {
        assertThat(blobs.put("empty", text("")).bytes()).isZero();

        assertThat(blobs.exists("empty")).isTrue();
        assertThat(read(blobs, "empty")).isEmpty();
        assertThat(blobs.localPath("empty")).isEmptyFile();
    }

    @Test
    void a_large_blob_is_read_back_whole_in_another_process() throws IOException {
        blobs.put("large", new ByteArrayInputStream(noise(LARGE)));

        assertThat(Arrays.equals(read(openAgain(), "large"), noise(LARGE))).isTrue();
        assertThat(Arrays.equals(Files.readAllBytes(openAgain().localPath("large")), noise(LARGE)))
                .isTrue();
        assertNothingIsInTheMaking();
    }

    @Test
    void putting_again_replaces_the_whole_blob() throws IOException {
        blobs.put("a", text("a longer text"));
        assertThat(blobs.localPath("a")).hasContent("a longer text");
        blobs.put("a", text("abc"));

        assertThat(read(blobs, "a")).isEqualTo("abc".getBytes(UTF_8));
        assertThat(blobs.localPath("a")).hasContent("abc");
    }

    @Test
    void a_put_that_fails_half_way_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> blobs.put("a", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the client went away");
                }))
                .hasMessage("the client went away");

        assertThat(blobs.exists("a")).isFalse();
        assertThat(blobs.list("")).isEmpty();
        assertNothingIsInTheMaking();
    }

    @Test
    void the_same_key_put_by_many_at_once_holds_what_one_of_them_put() throws Exception {
        var texts = IntStream.range(0, 8)
                .mapToObj(i -> String.valueOf(i).repeat(300_000))
                .toList();
        var threads = Executors.newFixedThreadPool(texts.size());
        try {
            var puts = threads.invokeAll(texts.stream()
                    .<Callable<Blob>>map(content -> () -> blobs.put("contended", text(content)))
                    .toList());
            for (var put : puts) {
                put.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(new String(read(blobs, "contended"), UTF_8)).isIn(texts);
        assertThat(blobs.list("")).containsExactly("contended");
        assertNothingIsInTheMaking();
    }

    @Test
    void a_blob_is_read_while_it_is_being_replaced() throws Exception {
        blobs.put("a", text("0".repeat(100_000)));
        var writer = Executors.newSingleThreadExecutor();
        try {
            var replaced = writer.submit(() -> {
                for (int i = 0; i < 30; i++) {
                    blobs.put("a", text(String.valueOf(i % 10).repeat(100_000 + i)));
                }
                return true;
            });
            while (!replaced.isDone()) {
                assertThat(read(blobs, "a").length).isBetween(100_000, 100_030);
                assertThat(blobs.localPath("a")).isRegularFile();
            }
            assertThat(replaced.get()).isTrue();
        } finally {
            writer.shutdown();
        }
    }

    @Test
    void content_that_is_not_what_was_put_is_an_error_that_names_the_key() throws IOException {
        var whole = noise(50_000);
        blobs.put("jobs/1/flipped", new ByteArrayInputStream(whole));
        var flipped = whole.clone();
        flipped[30_000] ^= 1;
        damage("jobs/1/flipped", flipped);
        blobs.put("jobs/1/cut", new ByteArrayInputStream(whole));
        damage("jobs/1/cut", Arrays.copyOf(whole, 20_000));

        for (var key : List.of("jobs/1/flipped", "jobs/1/cut")) {
            assertThatThrownBy(() -> read(blobs, key))
                    .isInstanceOf(DamagedBlobException.class)
                    .hasMessageStartingWith("the blob " + key + " is damaged: it has ");
            assertThatThrownBy(() -> blobs.localPath(key)).isInstanceOf(DamagedBlobException.class);
        }
        assertNothingIsInTheMaking();
    }

    @Test
    void keys_are_listed_by_prefix_in_order() throws IOException {
        for (var key : new String[] {"jobs/2/b", "jobs/10/a", "jobs/2/a", "pairs/x"}) {
            blobs.put(key, text(key));
        }

        assertThat(blobs.list("jobs/2/")).containsExactly("jobs/2/a", "jobs/2/b");
        assertThat(blobs.list("")).hasSize(4);
        assertThat(blobs.list("jobs/1")).containsExactly("jobs/10/a");
        assertThat(blobs.list("none")).isEmpty();
    }

    @Test
    void deleting_says_whether_there_was_something() throws IOException {
        blobs.put("a/b", text("abc"));

        assertThat(blobs.delete("a/b")).isTrue();
        assertThat(blobs.delete("a/b")).isFalse();
        assertThat(blobs.exists("a/b")).isFalse();
    }

    @Test
    void reading_what_is_not_there_names_the_key() {
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> blobs.open("no/such"), () -> blobs.size("no/such"), () -> blobs.localPath("no/such"))) {
            assertThatThrownBy(reading).isInstanceOf(NoSuchFileException.class).hasMessage("no/such");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".staging/x", "a b", "a\\b"})
    void a_key_that_could_leave_the_store_is_refused(String key) {
        assertThatThrownBy(() -> blobs.put(key, text("abc"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.open(key)).isInstanceOf(IllegalArgumentException.class);
    }
}

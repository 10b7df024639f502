package io.kernelign.service.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBlobStoreTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private BlobStore blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new LocalBlobStore(folder);
    }

    private static ByteArrayInputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    @Test
    void what_is_put_is_read_back_with_its_length_and_hash() throws IOException {
        assertThat(blobs.put("jobs/1/adapter.bin", text("abc")))
                .isEqualTo(new Blob("jobs/1/adapter.bin", 3, SHA256_OF_ABC));

        assertThat(blobs.open("jobs/1/adapter.bin").readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
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
    void putting_again_replaces_the_whole_blob() throws IOException {
        blobs.put("a", text("a longer text"));
        blobs.put("a", text("abc"));

        assertThat(blobs.open("a").readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
    }

    @Test
    void a_put_that_fails_half_way_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> blobs.put("a", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the client went away");
                }))
                .hasMessage("the client went away");

        assertThat(blobs.exists("a")).isFalse();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void keys_are_listed_by_prefix_in_order() throws IOException {
        for (var key : new String[] {"jobs/2/b", "jobs/10/a", "jobs/2/a", "pairs/x"}) {
            blobs.put(key, text(key));
        }

        assertThat(blobs.list("jobs/2/")).containsExactly("jobs/2/a", "jobs/2/b");
        assertThat(blobs.list("")).hasSize(4);
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
        assertThatThrownBy(() -> blobs.open("no/such"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("no/such");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".staging/x", "a b", "a\\b"})
    void a_key_that_could_leave_the_store_is_refused(String key) {
        assertThatThrownBy(() -> blobs.put(key, text("abc"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.open(key)).isInstanceOf(IllegalArgumentException.class);
    }
}

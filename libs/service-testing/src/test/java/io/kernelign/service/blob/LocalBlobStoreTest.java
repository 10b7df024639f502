package io.kernelign.service.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalBlobStoreTest extends BlobStoreContract {

    @Override
    BlobStore open() throws IOException {
        return new LocalBlobStore(root());
    }

    @Override
    BlobStore openAgain() throws IOException {
        return open();
    }

    private Path root() {
        return folder.resolve("blobs");
    }

    @Override
    void damage(String key, byte[] content) throws IOException {
        Files.write(root().resolve(key), content);
    }

    @Test
    void a_blob_without_a_checksum_is_read_as_it_is() throws IOException {
        var blobs = open();
        Files.writeString(root().resolve("older"), "abc");

        assertThat(blobs.open("older").readAllBytes()).hasSize(3);
        assertThat(blobs.localPath("older")).hasContent("abc");
    }

    @Test
    void what_a_process_that_died_left_half_written_is_gone_a_day_later() throws IOException {
        open();
        var abandoned = Files.writeString(root().resolve(".staging/abandoned"), "ab");
        var current = Files.writeString(root().resolve(".staging/current"), "ab");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        open();

        assertThat(abandoned).doesNotExist();
        assertThat(current).exists();
    }
}

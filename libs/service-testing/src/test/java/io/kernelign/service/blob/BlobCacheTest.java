package io.kernelign.service.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheTest {

    private static final int BYTES = 100;

    @TempDir
    Path folder;

    private final AtomicInteger downloads = new AtomicInteger();
    private BlobCache cache;

    @BeforeEach
    void open() throws IOException {
        cache = new BlobCache(folder, 3 * BYTES);
    }

    private static byte[] content(String name) {
        return name.repeat(BYTES).substring(0, BYTES).getBytes(UTF_8);
    }

    private Path get(String name) throws IOException {
        var hash = new Sha256();
        hash.update(content(name), 0, BYTES);
        return cache.get(new Blob(name, BYTES, hash.hex()), staging -> {
            downloads.incrementAndGet();
            return Draft.write(staging, out -> out.write(content(name)));
        });
    }

    private Path usedTwoHoursAgo(String name) throws IOException {
        var copy = get(name);
        Files.setAttribute(copy, "lastAccessTime", FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        return copy;
    }

    @Test
    void what_was_used_least_recently_makes_room() throws IOException {
        var oldest = usedTwoHoursAgo("a");
        var old = usedTwoHoursAgo("b");
        var used = usedTwoHoursAgo("c");
        get("c");

        var copy = get("d");

        assertThat(oldest).doesNotExist();
        assertThat(old).exists();
        assertThat(used).exists();
        assertThat(copy).hasBinaryContent(content("d"));
    }

    @Test
    void what_is_in_use_stays_even_when_there_is_no_room() throws IOException {
        for (var name : new String[] {"a", "b", "c", "d", "e"}) {
            get(name);
        }
        for (var name : new String[] {"a", "b", "c", "d", "e"}) {
            assertThat(get(name)).hasBinaryContent(content(name));
        }

        assertThat(downloads).hasValue(5);
    }

    @Test
    void many_that_want_the_same_wait_for_one_download() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var copy : threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Path>>mapToObj(i -> () -> get("a"))
                    .toList())) {
                assertThat(copy.get()).hasBinaryContent(content("a"));
            }
        } finally {
            threads.shutdown();
        }

        assertThat(downloads).hasValue(1);
    }

    @Test
    void a_download_that_brings_something_else_is_no_copy() throws IOException {
        var blob = new Blob("a", BYTES, "0".repeat(64));

        assertThatThrownBy(() -> cache.get(blob, staging -> Draft.write(staging, out -> out.write(content("a")))))
                .isInstanceOf(DamagedBlobException.class);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}

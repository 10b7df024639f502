package io.kernelign.benchmarks.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionLogTest {

    @TempDir
    private Path folder;

    private Path log(String... lines) throws IOException {
        var file = folder.resolve("collections.log");
        return Files.writeString(
                file, String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String pause(int number, int before, int after) {
        return "[47.3s][info][gc] GC(%d) Pause Young (Allocation Failure) %dM->%dM(249M) 26.875ms"
                .formatted(number, before, after);
    }

    @Test
    void the_heap_is_fullest_before_a_collection() throws IOException {
        var file = log("[0.1s][info][gc] Using Parallel", pause(0, 146, 75), pause(1, 178, 74), pause(2, 147, 75));
        assertThat(new CollectionLog(file).heapMib()).isEqualTo(178);
    }

    @Test
    void what_was_passed_over_does_not_count() throws IOException {
        var collections = new CollectionLog(log(pause(0, 178, 75)));
        collections.skip();
        assertThat(collections.heapMib()).isZero();
        log(pause(1, 146, 74));
        assertThat(collections.heapMib()).isEqualTo(146);
    }
}

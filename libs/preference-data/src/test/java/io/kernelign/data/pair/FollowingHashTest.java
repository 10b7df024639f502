package io.kernelign.data.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingHashTest {

    private static final int BYTES = 3_000_001;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        var bytes = new byte[BYTES];
        new SplittableRandom(7).nextBytes(bytes);
        file = Files.write(folder.resolve("file"), bytes);
    }

    @Test
    void what_is_changed_before_it_is_final_counts() throws IOException {
        try (var hash = new FollowingHash(file);
                var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long end = 0; end < BYTES; end += 1_000) {
                channel.write(ByteBuffer.wrap(new byte[] {1}), end);
                hash.finalTo(end);
            }
            assertThat(hash.hex(BYTES)).isEqualTo(HashedOutput.of(file));
        }
    }

    @Test
    void of_nothing_it_is_that_of_nothing() throws IOException {
        try (var hash = new FollowingHash(Files.createFile(folder.resolve("empty")))) {
            assertThat(hash.hex(0)).isEqualTo(HashedOutput.of(folder.resolve("empty")));
        }
    }

    @Test
    void a_file_that_ends_before_it_should_is_told() throws IOException {
        try (var hash = new FollowingHash(file)) {
            assertThatThrownBy(() -> hash.hex(BYTES + 1))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the file ends at 3000001 instead of 3000002");
        }
    }
}

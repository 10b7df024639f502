package io.kernelign.training.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {

    private static final long OWN = 300L << 20;

    @TempDir
    Path root;

    @BeforeEach
    void a_machine_with_ten_gibibytes_left() throws IOException {
        write("proc/meminfo", "MemTotal:       16777216 kB\nMemAvailable:   10485760 kB\n");
        write("proc/self/status", "VmHWM:\t  999999 kB\nRssAnon:\t  307200 kB\nRssFile:\t   50000 kB\n");
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private long bytes() {
        return new AvailableMemory(new SystemFiles(root)).ofProcessor().orElseThrow();
    }

    @Test
    void what_the_system_has_left_comes_to_what_the_process_has_already() {
        assertThat(bytes()).isEqualTo((10L << 30) + OWN);
    }

    @Test
    void a_container_s_limit_counts_without_the_files_that_the_system_keeps_at_hand() throws IOException {
        write("sys/fs/cgroup/memory.max", (4L << 30) + "\n");
        write("sys/fs/cgroup/memory.current", (3L << 30) + "\n");
        write("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 1073741824\nactive_file 536870912\nslab 7\n");

        assertThat(bytes()).isEqualTo((5L << 29) + OWN);
    }

    @Test
    void a_container_without_a_limit_has_what_the_system_has() throws IOException {
        write("sys/fs/cgroup/memory.max", "max\n");
        write("sys/fs/cgroup/memory.current", (3L << 30) + "\n");

        assertThat(bytes()).isEqualTo((10L << 30) + OWN);
    }

    @Test
    void where_the_system_says_nothing_nothing_is_known() {
        assertThat(new AvailableMemory(new SystemFiles(root.resolve("elsewhere"))).ofProcessor())
                .isEmpty();
    }
}

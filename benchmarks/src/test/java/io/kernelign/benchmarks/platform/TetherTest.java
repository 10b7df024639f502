package io.kernelign.benchmarks.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TetherTest {

    private static final List<String> LASTING = List.of("sleep", "600");

    /** Holds a process that would last, tells its number, and lasts itself. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            var held = new ProcessBuilder(LASTING).start();
            Tether.to(held.pid(), "KILL");
            System.out.println(held.pid());
            held.waitFor();
        }
    }

    @Test
    void a_tethered_process_dies_with_the_one_that_is_killed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var holder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Holder.class.getName()).start();
        var held = ProcessHandle.of(Long.parseLong(holder.inputReader().readLine()))
                .orElseThrow();
        assertThat(held.isAlive()).isTrue();

        holder.destroyForcibly();

        held.onExit().get(30, SECONDS);
    }
}

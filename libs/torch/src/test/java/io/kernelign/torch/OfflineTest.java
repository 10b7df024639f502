package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The natives come from the class path; nothing is downloaded and nobody is told. */
class OfflineTest {

    @TempDir
    Path cache;

    @Test
    void the_first_start_with_an_empty_cache_asks_no_network() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                FirstStart.class.getName());
        builder.environment().put("DJL_CACHE_DIR", cache.toString());
        builder.environment().keySet().removeAll(List.of("DJL_OFFLINE", "OPT_OUT_TRACKING"));
        var process = builder.redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(output).endsWith("computed 42.0\n").doesNotContain("asked for");
        } finally {
            process.destroyForcibly();
        }
        assertThat(cache.resolve("pytorch"))
                .isDirectoryContaining(path -> path.toString().contains("2."));
    }

    /** Java asks the default selector before every connection. */
    static final class FirstStart extends ProxySelector {

        public static void main(String[] arguments) {
            ProxySelector.setDefault(new FirstStart());
            try (var scope = Scope.plain()) {
                System.out.println("computed "
                        + Tensors.scalar(40).plus(1).expm1().log1p().plus(1).item());
            }
        }

        @Override
        public List<Proxy> select(URI address) {
            System.out.println("asked for " + address);
            throw new IllegalStateException("no network here");
        }

        @Override
        public void connectFailed(URI address, SocketAddress socket, IOException failure) {}
    }
}

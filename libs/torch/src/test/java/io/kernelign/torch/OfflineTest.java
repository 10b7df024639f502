package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
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

    /** Reports every use of a URL that would leave this machine, proxy or not. */
    static final class FirstStart extends URLStreamHandler {

        public static void main(String[] arguments) {
            URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? new FirstStart() : null);
            try (var scope = Scope.plain()) {
                System.out.println("computed "
                        + Tensors.scalar(40).plus(1).expm1().log1p().plus(1).item());
            }
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            System.out.println("asked for " + url);
            throw new IOException("no network here");
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}

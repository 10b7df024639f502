package io.kernelign.training.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kernelign.lm.decoder.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real trainings of made-up models of 28 and 40 million parameters, each in a process of its own, beside their estimates.
 * {@code ./kernelign bench memory} does the same with a real model and more settings.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the most that was resident is read from /proc")
class PeakTest {

    private static final double MOST_OVER = 0.15;
    private static final double MOST_UNDER = 0.10;

    private static final MadeUpModel DEEP = new MadeUpModel("deep", 2048, 512, 2048, 10);
    private static final MadeUpModel MANY_TOKENS = new MadeUpModel("many-tokens", 49_152, 384, 1536, 4);

    private static final int BATCH = 512;
    private static final int SHORT = 128;
    private static final int LONG = BATCH;

    private static final String PLAIN = "{}";
    private static final String KL = "{\"divergence\": \"kl\"}";

    private static final Optional<Path> JEMALLOC = jemalloc();

    @TempDir
    static Path folder;

    /**
     * @param tokens of each pair
     * @param jemalloc whether it is preloaded, as the launcher does where it is installed
     */
    private record Case(
            MadeUpModel model, String training, Precision precision, String objective, int tokens, boolean jemalloc) {

        /** Whether this machine multiplies bfloat16 by itself and has the allocator. */
        boolean canBeHad() {
            return (precision != Precision.BFLOAT16 || multipliesBfloat16()) && (!jemalloc || JEMALLOC.isPresent());
        }
    }

    private static final ExecutorService PROCESSES = Executors.newFixedThreadPool(2);
    private static final Map<Case, Future<List<String>>> SAID = new HashMap<>();

    /** Two at a time. */
    @BeforeAll
    static void train() throws IOException {
        DEEP.write(folder);
        MANY_TOKENS.write(folder);
        for (var training : trainings().filter(Case::canBeHad).toList()) {
            SAID.put(training, PROCESSES.submit(() -> run(training)));
        }
    }

    @AfterAll
    static void end() {
        PROCESSES.shutdown();
    }

    static Stream<Case> trainings() {
        return Stream.of(
                new Case(DEEP, lora("off", "\"all\""), Precision.FLOAT32, PLAIN, SHORT, false),
                new Case(DEEP, lora("off", "\"all\""), Precision.FLOAT32, PLAIN, SHORT, true),
                new Case(DEEP, lora("on", "\"all\""), Precision.FLOAT32, PLAIN, LONG, false),
                new Case(DEEP, lora("off", "{\"top\": 4}"), Precision.FLOAT32, KL, LONG, false),
                new Case(DEEP, lora("off", "\"all\""), Precision.BFLOAT16, PLAIN, LONG, false),
                new Case(MANY_TOKENS, lora("on", "\"all\""), Precision.BFLOAT16, KL, SHORT, false),
                new Case(DEEP, lora("off", "\"all\""), Precision.WIDENED, PLAIN, LONG, false),
                new Case(MANY_TOKENS, lora("on", "\"all\""), Precision.WIDENED, KL, SHORT, false),
                new Case(DEEP, full("on"), Precision.FLOAT32, PLAIN, LONG, false),
                new Case(MANY_TOKENS, full("off"), Precision.FLOAT32, PLAIN, LONG, false));
    }

    private static String lora(String checkpointing, String layers) {
        return """
                {"gradientCheckpointing": "%s", "lora": {"layers": %s}, "batchTokens": %d}""".formatted(checkpointing, layers, BATCH);
    }

    private static String full(String checkpointing) {
        return """
                {"method": "full", "gradientCheckpointing": "%s", "batchTokens": %d}""".formatted(checkpointing, BATCH);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void a_training_takes_what_was_estimated(Case training) throws Exception {
        assumeTrue(training.canBeHad(), "it needs bfloat16 products and jemalloc, if it names them");

        var said = SAID.get(training).get();

        assertThat(figure(said, "estimated") / figure(said, "taken"))
                .as(() -> training + "\n" + String.join("\n", said))
                .isBetween(1 - MOST_UNDER, 1 + MOST_OVER);
    }

    private static List<String> run(Case training) throws Exception {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms192m",
                        "-Xmx192m",
                        "-Dkernelign.device=cpu",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeakProbe.class.getName(),
                        folder.resolve(training.model().name()).toString(),
                        Files.createTempDirectory(folder, "work").toString(),
                        training.training(),
                        training.objective(),
                        training.precision().name(),
                        String.valueOf(training.tokens()),
                        String.valueOf(BATCH / training.tokens())))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().remove("LD_PRELOAD");
        if (training.jemalloc()) {
            builder.environment().put("LD_PRELOAD", JEMALLOC.orElseThrow().toString());
            builder.environment().put("MALLOC_CONF", "oversize_threshold:0,dirty_decay_ms:60000");
        }
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    private static boolean multipliesBfloat16() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo")).contains("bf16");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> jemalloc() {
        var libraries = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            folders.forEach(folder -> libraries.add(folder.resolve("libjemalloc.so.2")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return libraries.stream().filter(Files::isRegularFile).findFirst();
    }

    private static double figure(List<String> said, String name) {
        return said.stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}

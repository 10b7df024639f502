package io.kernelign.training.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real trainings of made-up models of some 55 million parameters, each in a process of its own, beside their estimates. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the most that was resident is read from /proc")
class PeakTest {

    private static final double MOST_OVER = 0.15;
    private static final double MOST_UNDER = 0.10;

    private static final MadeUpModel DEEP = new MadeUpModel("deep", 2048, 512, 2048, 14);
    private static final MadeUpModel MANY_TOKENS = new MadeUpModel("many-tokens", 65_536, 512, 2048, 6);

    private static final String PLAIN = "{}";
    private static final String KL = "{\"divergence\": \"kl\"}";

    @TempDir
    static Path folder;

    /**
     * @param tokens of each pair
     * @param jemalloc whether it is preloaded, as the launcher does where it is installed
     */
    private record Case(
            MadeUpModel model, String training, String objective, int tokens, int pairs, boolean jemalloc) {

        Case withJemalloc() {
            return new Case(model, training, objective, tokens, pairs, true);
        }

        boolean inBfloat16() {
            return training.contains("bfloat16");
        }
    }

    @BeforeAll
    static void models() throws IOException {
        DEEP.write(folder);
        MANY_TOKENS.write(folder);
    }

    static Stream<Case> trainings() {
        var plain = List.of(
                lora(DEEP, "float32", "off", "\"all\"", PLAIN, 128),
                lora(DEEP, "float32", "on", "\"all\"", PLAIN, 1024),
                lora(DEEP, "float32", "off", "{\"top\": 4}", KL, 1024),
                lora(DEEP, "bfloat16", "off", "\"all\"", PLAIN, 1024),
                lora(DEEP, "bfloat16", "off", "\"all\"", PLAIN, 128),
                lora(MANY_TOKENS, "float32", "off", "\"all\"", PLAIN, 1024),
                lora(MANY_TOKENS, "bfloat16", "on", "\"all\"", KL, 128),
                full(DEEP, "off", 128),
                full(DEEP, "on", 1024),
                full(MANY_TOKENS, "off", 1024));
        return Stream.concat(
                plain.stream(), Stream.of(0, 1, 4, 6, 9).map(which -> plain.get(which).withJemalloc()));
    }

    private static Case lora(
            MadeUpModel model, String dtype, String checkpointing, String layers, String objective, int tokens) {
        var training = """
                {"dtype": "%s", "gradientCheckpointing": "%s", "lora": {"layers": %s}, "batchTokens": 1024,
                 "maxLength": 1024}""".formatted(dtype, checkpointing, layers);
        return new Case(model, training, objective, tokens, 1024 / tokens, false);
    }

    private static Case full(MadeUpModel model, String checkpointing, int tokens) {
        var training = """
                {"method": "full", "gradientCheckpointing": "%s", "batchTokens": 1024, "maxLength": 1024}"""
                .formatted(checkpointing);
        return new Case(model, training, PLAIN, tokens, 1024 / tokens, false);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void a_training_takes_what_was_estimated(Case training) throws Exception {
        assumeTrue(!training.inBfloat16() || multipliesBfloat16(), "bfloat16 would take long here");
        assumeTrue(!training.jemalloc() || jemalloc().isPresent(), "jemalloc is not installed");

        var said = run(training);

        assertThat(figure(said, "estimated") / figure(said, "taken"))
                .as(() -> training + "\n" + String.join("\n", said))
                .isBetween(1 - MOST_UNDER, 1 + MOST_OVER);
    }

    private static List<String> run(Case training) throws Exception {
        // The heap is touched at the start: how much of it is touched later is up to the collector.
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms192m",
                        "-Xmx192m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeakProbe.class.getName(),
                        folder.resolve(training.model().name()).toString(),
                        Files.createTempDirectory(folder, "work").toString(),
                        training.training(),
                        training.objective(),
                        String.valueOf(training.tokens()),
                        String.valueOf(training.pairs())))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "2");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().remove("LD_PRELOAD");
        if (training.jemalloc()) {
            builder.environment().put("LD_PRELOAD", jemalloc().orElseThrow().toString());
            builder.environment().put("MALLOC_CONF", "oversize_threshold:0,dirty_decay_ms:60000");
        }
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    private static boolean multipliesBfloat16() throws IOException {
        return Files.readString(Path.of("/proc/cpuinfo")).contains("bf16");
    }

    private static Optional<Path> jemalloc() throws IOException {
        var libraries = new ArrayList<Path>();
        if (Files.isDirectory(Path.of("/usr/lib"))) {
            try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
                folders.forEach(folder -> libraries.add(folder.resolve("libjemalloc.so.2")));
            }
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

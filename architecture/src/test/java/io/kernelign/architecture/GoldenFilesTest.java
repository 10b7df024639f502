package io.kernelign.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden files are made by {@code oracles/regenerate.sh}, never typed, and never older than what makes them. */
class GoldenFilesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path ORACLES = ROOT.resolve("oracles");
    private static final String VALUES = "\"values\":";

    static List<Path> goldenFiles() throws IOException {
        try (var files = Files.find(ROOT, 12, (file, attributes) -> isGolden(ROOT.relativize(file)))) {
            return files.toList();
        }
    }

    private static boolean isGolden(Path file) {
        var path = file.toString();
        return path.contains("src/test/resources/golden/") && path.endsWith(".json") && !path.startsWith(".");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_golden_file_was_made_by_the_scripts_as_they_are_now(Path file) {
        var sources = new TreeMap<String, String>();
        read(file)
                .get("sources")
                .propertyStream()
                .forEach(
                        source -> sources.put(source.getKey(), source.getValue().asString()));

        assertThat(sources).as("sources of %s", file).isNotEmpty().allSatisfy((script, sha256) -> assertThat(
                        sha256(text(ROOT.resolve(script)).getBytes(UTF_8)))
                .as("%s has changed since: run oracles/regenerate.sh", script)
                .isEqualTo(sha256));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_golden_file_names_the_versions_that_are_pinned(Path file) throws IOException {
        var pinned = Files.readAllLines(ORACLES.resolve("requirements.txt")).stream()
                .map(line -> line.split("=="))
                .collect(Collectors.toMap(pin -> pin[0], pin -> pin[1]));

        assertThat(read(file).get("versions").propertyStream())
                .as("versions of %s", file)
                .isNotEmpty()
                .allSatisfy(version -> assertThat(pinned)
                        .containsEntry(version.getKey(), version.getValue().asString()));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_golden_file_holds_what_its_script_wrote(Path file) {
        var text = text(file);
        var values = text.substring(text.indexOf(VALUES) + VALUES.length(), text.lastIndexOf('}'));

        assertThat(sha256(values.getBytes(UTF_8)))
                .as("%s was changed by hand: run oracles/regenerate.sh", file)
                .isEqualTo(read(file).path("sha256").asString());
    }

    @Test
    void every_script_that_regenerate_runs_has_a_golden_file_and_every_golden_file_its_script() throws IOException {
        try (var scripts = Files.list(ORACLES)) {
            var run = scripts.filter(Files::isRegularFile)
                    .filter(script -> text(script).lines().anyMatch("import golden"::equals))
                    .map(script -> "oracles/" + script.getFileName());
            var generators = goldenFiles().stream()
                    .map(file -> read(file).get("generator").asString())
                    .collect(Collectors.toSet());

            assertThat(run).isNotEmpty().containsExactlyInAnyOrderElementsOf(generators);
        }
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.layout.RuleUse;
import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published data sets, as they are, against the counts of oracles/preference_layouts.py. */
@Tag("shared")
class SharedLayoutsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SHARED = Path.of(System.getProperty("kernelign.shared"), "data", "preferences");
    private static final Pattern SPEAKER = Pattern.compile("(?:^\\s*|\n\n)(Human|Assistant):");

    /** What the script counted in a file. */
    private record Counted(
            String file,
            String layout,
            long rows,
            long pairs,
            Map<String, Long> badRows,
            String ids,
            List<RuleUse> rules) {

        @Override
        public String toString() {
            return file;
        }
    }

    private static List<Counted> counted(String part) throws IOException {
        try (var golden = SharedLayoutsTest.class.getResourceAsStream("/golden/shared-preferences.json")) {
            return JSON.readTree(golden)
                    .get("values")
                    .get(part)
                    .valueStream()
                    .map(it -> JSON.treeToValue(it, Counted.class))
                    .toList();
        }
    }

    private static List<Counted> files() throws IOException {
        return counted("files");
    }

    private static List<Counted> trlPrompts() throws IOException {
        return counted("trlPrompts");
    }

    private static void assertAsCounted(Imported imported, Counted counted) {
        var report = imported.report();
        assertThat(report.rows()).isEqualTo(counted.rows());
        assertThat(report.pairs()).isEqualTo(counted.pairs());
        assertThat(report.defectCounts().entrySet().stream()
                        .filter(kind -> !kind.getKey().isWarning())
                        .collect(Collectors.toMap(kind -> kind.getKey().text(), Map.Entry::getValue)))
                .isEqualTo(counted.badRows());
        assertThat(report.badRows())
                .isEqualTo(counted.badRows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(hash(imported.pairs())).isEqualTo(counted.ids());
    }

    private static String hash(List<PreferencePair> pairs) {
        try {
            var ids = pairs.stream().map(PreferencePair::id).collect(Collectors.joining());
            var digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_published_file_goes_in_as_it_is_with_the_pairs_that_an_independent_reader_finds(Counted counted) {
        var file = new DataFile(counted.file(), SHARED.resolve(counted.file()));
        var imported = Imported.of(Imported.LENIENT, List.of(file));
        assertThat(imported.report().layout()).isEqualTo(counted.layout());
        assertThat(imported.report().rules()).isEqualTo(counted.rules());
        assertAsCounted(imported, counted);
    }

    @ParameterizedTest
    @MethodSource("trlPrompts")
    void trl_finds_the_same_prompts_in_hh_rlhf_once_it_is_made_of_messages(Counted counted) throws IOException {
        var rows = new ArrayList<String>();
        try (var file = new GZIPInputStream(Files.newInputStream(SHARED.resolve(counted.file())))) {
            for (var line : lines(file)) {
                var row = JSON.readTree(line);
                var chosen = messages(row.get("chosen"));
                var rejected = messages(row.get("rejected"));
                if (chosen.isPresent() && rejected.isPresent()) {
                    rows.add(JSON.writeValueAsString(Map.of("chosen", chosen.get(), "rejected", rejected.get())));
                }
            }
        }
        var imported = Imported.of(Imported.LENIENT, rows.toArray(String[]::new));
        assertThat(imported.report().layout()).isEqualTo("trl-implicit");
        assertAsCounted(imported, counted);
    }

    private static List<String> lines(InputStream file) throws IOException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    /** The messages of a transcript; empty if a turn says nothing. */
    private static Optional<List<Map<String, String>>> messages(JsonNode transcript) {
        var text = transcript.stringValue();
        var speakers = SPEAKER.matcher(text).results().toList();
        var messages = new ArrayList<Map<String, String>>();
        for (int i = 0; i < speakers.size(); i++) {
            var end = i + 1 < speakers.size() ? speakers.get(i + 1).start() : text.length();
            var content = text.substring(speakers.get(i).end(), end).strip();
            if (content.isEmpty()) {
                return Optional.empty();
            }
            var role = speakers.get(i).group(1).equals("Human") ? "user" : "assistant";
            messages.add(Map.of("role", role, "content", content));
        }
        return Optional.of(messages);
    }
}

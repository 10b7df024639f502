package io.kernelign.selector.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.sample.PairSample;
import io.kernelign.data.sample.PairSampler;
import io.kernelign.embedding.BatchedEmbedding;
import io.kernelign.embedding.MiniLm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five real data sets against NumPy, SciPy and Python's ONNX Runtime (oracles/shared_selection.py). */
class SharedSelectionTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    static List<JsonNode> sets() throws IOException {
        try (var golden = SharedSelectionTest.class.getResourceAsStream("/golden/shared-selection.json")) {
            return List.copyOf(JSON.readTree(golden).get("values").values());
        }
    }

    static PairDistances distances(JsonNode set) {
        return PairDistances.of(floats(set.get("toChosen")), floats(set.get("toRejected")), floats(set.get("between")));
    }

    private static float[] floats(JsonNode packed) {
        var bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(packed.asString())).order(ByteOrder.LITTLE_ENDIAN);
        var floats = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(floats);
        return floats;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void metrics_and_intervals_of_real_data_equal_numpys_and_scipys(JsonNode set) {
        var bootstrap = set.get("bootstrap");

        var measured = Bootstrap.of(
                distances(set),
                bootstrap.get("resamples").asInt(),
                set.get("seed").asLong());

        for (var metric : SelectionMetric.values()) {
            var of = bootstrap.get("of").get(metric.key());
            var interval = measured.interval(metric).orElseThrow();
            assertThat(measured.pairs().value(metric).orElseThrow())
                    .as(metric.key())
                    .isCloseTo(set.get("value").get(metric.key()).asDouble(), within(1e-6));
            assertThat(interval.low())
                    .as("low end of " + metric.key())
                    .isCloseTo(of.get("low").asDouble(), within(1e-6));
            assertThat(interval.high())
                    .as("high end of " + metric.key())
                    .isCloseTo(of.get("high").asDouble(), within(1e-6));
            assertThat(measured.standardError(metric).orElseThrow())
                    .as("standard error of " + metric.key())
                    .isCloseTo(of.get("error").asDouble(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_rules_choose_what_the_script_chooses_with_either_thresholds(JsonNode set) {
        var measured = Measurements.of(distances(set), set.get("seed").asLong());

        assertThat(choices(Thresholds.PAPER, measured)).isEqualTo(texts(set.get("paper")));
        assertThat(choices(Thresholds.RELATIVE, measured)).isEqualTo(texts(set.get("relative")));
    }

    private static List<String> choices(Thresholds thresholds, Measurements measured) {
        RuleBook book = thresholds.book("minilm").orElseThrow();
        return List.of(
                book.kernel().decide(measured, book.kernel().choices()).choice(),
                book.divergence().decide(measured, book.divergence().choices()).choice());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Tag("shared")
    @ParameterizedTest
    @MethodSource("sets")
    void the_files_themselves_lead_to_these_distances(JsonNode set) throws Exception {
        var sample = sample(set.get("file").asString());
        var pairs = sample.pairs().subList(0, set.get("pairs").asInt());

        var measured = Measurements.of(embedded(sample, pairs), set.get("seed").asLong());

        for (var metric : EnumSet.range(SelectionMetric.PND, SelectionMetric.NAG)) {
            assertThat(measured.value(metric).orElseThrow())
                    .as(metric.key())
                    .isCloseTo(set.get("value").get(metric.key()).asDouble(), within(1e-5));
        }
    }

    private PairSample sample(String file) throws IOException {
        var source = Path.of(System.getProperty("kernelign.shared"), "data", "preferences", file);
        var canonical = folder.resolve("pairs.jsonl");
        PairImport.run(
                List.of(new DataFile(source.getFileName().toString(), source)),
                canonical,
                ImportOptions.DEFAULT.skipping(1));
        return PairSampler.all(Files.newInputStream(canonical));
    }

    private static PairDistances embedded(PairSample sample, List<EmbeddedPair> pairs) throws Exception {
        try (var encoder = new MiniLm()) {
            int texts = 1
                    + pairs.stream()
                            .mapToInt(pair -> Math.max(pair.prompt(), Math.max(pair.chosen(), pair.rejected())))
                            .max()
                            .orElseThrow();
            var vectors = BatchedEmbedding.of(encoder, sample.texts().subList(0, texts), share -> {});
            return PairDistances.of(pairs.size(), vectors[0].length, (i, prompt, chosen, rejected) -> {
                System.arraycopy(vectors[pairs.get(i).prompt()], 0, prompt, 0, prompt.length);
                System.arraycopy(vectors[pairs.get(i).chosen()], 0, chosen, 0, chosen.length);
                System.arraycopy(vectors[pairs.get(i).rejected()], 0, rejected, 0, rejected.length);
            });
        }
    }
}

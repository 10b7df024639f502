package io.kernelign.training;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The model, the pairs and the numbers of {@code oracles/preference_training.py}. */
final class FormulaModel {

    private FormulaModel() {}

    /** Its weights follow from the seed by the oracle's formula; they are leaves. */
    static FullPolicy of(long seed, boolean tied) {
        var config = Families.of(Map.of(
                "architectures", List.of("LlamaForCausalLM"),
                "model_type", "llama",
                "vocab_size", 64,
                "hidden_size", 32,
                "intermediate_size", 64,
                "num_hidden_layers", 2,
                "num_attention_heads", 4,
                "num_key_value_heads", 2,
                "max_position_embeddings", 128,
                "tie_word_embeddings", tied));
        var state = new long[] {seed};
        var shapes = ModelTensors.shapes(config);
        return FullPolicy.of(config, (name, shape) -> {
            var values =
                    new float[shapes.get(name).stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
            for (int i = 0; i < values.length; i++) {
                state[0] = (1103515245 * state[0] + 12345) % (1L << 31);
                double u = state[0] / (double) (1 << 30) - 1;
                values[i] = (float) (name.contains("norm") ? 1 + 0.1 * u : 0.3 * u);
            }
            return values;
        });
    }

    static Decoder reference(boolean tied) {
        return of(1, tied).model();
    }

    @SuppressWarnings("unchecked") // a JSON object has text keys
    static Map<String, Object> golden(String name) {
        try (var in = FormulaModel.class.getResourceAsStream("/golden/" + name)) {
            return (Map<String, Object>) JsonFile.parse(name, in.readAllBytes()).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<EncodedPair> pairs(Map<String, Object> golden) {
        return objects(golden.get("pairs")).stream()
                .map(pair -> new EncodedPair(
                        pair.toString(),
                        null,
                        new PackedRows.Row(
                                longs(pair.get("prompt")), longs(pair.get("chosen")), longs(pair.get("rejected")))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    static double[] numbers(Object values) {
        return ((List<?>) values).stream().mapToDouble(FormulaModel::number).toArray();
    }

    private static long[] longs(Object values) {
        return ((List<?>) values)
                .stream().mapToLong(value -> (long) number(value)).toArray();
    }
}

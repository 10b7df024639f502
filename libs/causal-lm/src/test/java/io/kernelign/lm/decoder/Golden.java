package io.kernelign.lm.decoder;

import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Golden values that PyTorch computed ({@code oracles/causal_lm.py}), and the models they belong to. */
final class Golden {

    private Golden() {}

    @SuppressWarnings("unchecked") // a JSON object has text keys
    static Map<String, Object> read(String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return (Map<String, Object>) JsonFile.parse(name, in.readAllBytes()).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decoder stories260k() {
        return open(Path.of(System.getProperty("kernelign.shared"), "models", "stories260k"));
    }

    static Decoder smollm2() {
        return open(Path.of(System.getProperty("kernelign.smollm2")));
    }

    private static Decoder open(Path folder) {
        return open(folder.resolve("config.json"), folder.resolve("model.safetensors"));
    }

    static Decoder open(Path configFile, Path weights) {
        return open(configFile, weights, Precision.FLOAT32);
    }

    static Decoder open(Path configFile, Path weights, Precision precision) {
        var config = Families.read(configFile);
        return new Decoder(config, WeightLoader.load(SafetensorsFile.open(weights), config, precision));
    }

    static long[] longs(Object list) {
        return ((List<?>) list)
                .stream().mapToLong(value -> ((Number) value).longValue()).toArray();
    }

    static float[] floats(Object list) {
        var values = (List<?>) list;
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ((Number) values.get(i)).floatValue();
        }
        return floats;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}

package io.kernelign.benchmarks.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How large a model is made, next to a given one. */
sealed interface ModelSize {

    List<ModelSize> ALL = List.of(
            new Share("quarter", 0.25),
            new Share("half", 0.5),
            new Share("whole", 1),
            new Shape("35M", 18, 320, 5, 1, 864),
            new Shape("135M", 30, 576, 9, 3, 1536),
            new Shape("360M", 32, 960, 15, 5, 2560));

    String name();

    /** A model's {@code config.json} as one of this size would have it. */
    Map<String, Object> of(Map<String, Object> config);

    static ModelSize named(String name) {
        return ALL.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--sizes: " + name + " is none of "
                        + ALL.stream().map(ModelSize::name).collect(Collectors.joining(", "))));
    }

    private static Map<String, Object> withLayers(Map<String, Object> config, int layers) {
        var changed = new HashMap<>(config);
        int before = ((Number) config.get("num_hidden_layers")).intValue();
        changed.put("num_hidden_layers", layers);
        // What a list says layer by layer.
        changed.replaceAll((field, value) -> value instanceof List<?> list && list.size() == before && layers < before
                ? list.subList(0, layers)
                : value);
        return changed;
    }

    /** The given model with a share of its layers. */
    record Share(String name, double share) implements ModelSize {

        @Override
        public Map<String, Object> of(Map<String, Object> config) {
            int layers = ((Number) config.get("num_hidden_layers")).intValue();
            return withLayers(config, (int) Math.max(1, Math.round(share * layers)));
        }
    }

    /** The given model's family and vocabulary in the proportions of SmolLM2: heads of 64. */
    record Shape(String name, int layers, int hidden, int heads, int keyValueHeads, int inner) implements ModelSize {

        @Override
        public Map<String, Object> of(Map<String, Object> config) {
            var changed = withLayers(config, layers);
            changed.put("hidden_size", hidden);
            changed.put("num_attention_heads", heads);
            changed.put("num_key_value_heads", keyValueHeads);
            changed.put("head_dim", hidden / heads);
            changed.put("intermediate_size", inner);
            return changed;
        }
    }
}

package io.kernelign.lm.config;

import java.util.Arrays;
import java.util.List;

/** The linear maps of a decoder layer, in their order of use; a model has either the fused ones or their parts. */
public enum Projection {
    QUERY("self_attn.q_proj"),
    KEY("self_attn.k_proj"),
    VALUE("self_attn.v_proj"),
    QUERY_KEY_VALUE("self_attn.qkv_proj"),
    OUTPUT("self_attn.o_proj"),
    GATE("mlp.gate_proj"),
    UP("mlp.up_proj"),
    GATE_UP("mlp.gate_up_proj"),
    DOWN("mlp.down_proj");

    private final String path;

    Projection(String path) {
        this.path = path;
    }

    /** The projection of a short name. */
    public static Projection named(String shortName) {
        return Arrays.stream(values())
                .filter(projection -> projection.shortName().equals(shortName))
                .findFirst()
                .orElseThrow();
    }

    /** The last part of its name, by which adapters are configured: {@code q_proj}. */
    public String shortName() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Its module in the model: {@code model.layers.3.self_attn.q_proj}. */
    public String module(int layer) {
        return "model.layers." + layer + "." + path;
    }

    /** What stands in its output one behind the other: itself, or what it fuses. */
    public List<Projection> parts() {
        return switch (this) {
            case QUERY_KEY_VALUE -> List.of(QUERY, KEY, VALUE);
            case GATE_UP -> List.of(GATE, UP);
            default -> List.of(this);
        };
    }

    public int inputWidth(ModelConfig config) {
        return switch (this) {
            case OUTPUT -> config.attention().queryWidth();
            case DOWN -> config.mlp().width();
            default -> config.hiddenSize();
        };
    }

    public int outputWidth(ModelConfig config) {
        return switch (this) {
            case QUERY -> config.attention().queryWidth();
            case KEY, VALUE -> config.attention().keyValueWidth();
            case GATE, UP -> config.mlp().width();
            case OUTPUT, DOWN -> config.hiddenSize();
            case QUERY_KEY_VALUE, GATE_UP ->
                parts().stream().mapToInt(part -> part.outputWidth(config)).sum();
        };
    }
}

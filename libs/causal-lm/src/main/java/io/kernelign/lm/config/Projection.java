package io.kernelign.lm.config;

/** The seven linear maps of a decoder layer, in their order of use. */
public enum Projection {
    QUERY("self_attn.q_proj"),
    KEY("self_attn.k_proj"),
    VALUE("self_attn.v_proj"),
    OUTPUT("self_attn.o_proj"),
    GATE("mlp.gate_proj"),
    UP("mlp.up_proj"),
    DOWN("mlp.down_proj");

    private final String path;

    Projection(String path) {
        this.path = path;
    }

    /** Its name within a layer, as in Hugging Face checkpoints: {@code self_attn.q_proj}. */
    public String path() {
        return path;
    }

    /** The last part of its name, by which adapters are configured: {@code q_proj}. */
    public String shortName() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Its module in the model: {@code model.layers.3.self_attn.q_proj}. */
    public String module(int layer) {
        return "model.layers." + layer + "." + path;
    }

    public int inputWidth(LlamaConfig config) {
        return switch (this) {
            case OUTPUT -> config.queryWidth();
            case DOWN -> config.intermediateSize();
            default -> config.hiddenSize();
        };
    }

    public int outputWidth(LlamaConfig config) {
        return switch (this) {
            case QUERY -> config.queryWidth();
            case KEY, VALUE -> config.keyValueWidth();
            case GATE, UP -> config.intermediateSize();
            case OUTPUT, DOWN -> config.hiddenSize();
        };
    }
}

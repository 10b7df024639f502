package io.kernelign.lm.config;

import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import java.util.Arrays;
import java.util.List;

/** The activation of an MLP's gate, by its names in {@code config.json}. */
public enum Activation {
    SILU("silu", "swish") {
        @Override
        public Tensor gate(Tensor gate, Tensor up) {
            return Primitives.swiglu(gate, up);
        }
    },
    GELU("gelu") {
        @Override
        public Tensor gate(Tensor gate, Tensor up) {
            return Primitives.geglu(gate, up, false);
        }
    },
    GELU_TANH("gelu_pytorch_tanh", "gelu_new") {
        @Override
        public Tensor gate(Tensor gate, Tensor up) {
            return Primitives.geglu(gate, up, true);
        }
    };

    private final List<String> names;

    Activation(String... names) {
        this.names = List.of(names);
    }

    /** activation(gate) times up. */
    public abstract Tensor gate(Tensor gate, Tensor up);

    /** All names of all activations. */
    public static List<String> names() {
        return Arrays.stream(values()).flatMap(value -> value.names.stream()).toList();
    }

    /** The activation of one of {@link #names}. */
    public static Activation named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.names.contains(name))
                .findFirst()
                .orElseThrow();
    }
}

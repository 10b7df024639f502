package io.kernelign.objective.embedding;

import io.kernelign.input.Field;
import io.kernelign.input.Types;

/** Whose embeddings the semantic signal reads. */
public enum Source {
    /** A frozen sentence encoder's: constants of the data set. */
    EXTERNAL(0.3),
    /** The policy's own pooled hidden states: they are trained through. */
    POLICY(0.1);

    static final Field<Source> FIELD = Field.required(
            "source",
            Types.constant(Source.class),
            "external: a frozen sentence encoder; policy: its own hidden states.");

    private final double gamma;

    Source(double gamma) {
        this.gamma = gamma;
    }

    /** The weight of the signal where none is given. */
    double defaultGamma() {
        return gamma;
    }
}

package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Which layers see only a window of the past. */
final class Windows {

    static final Field<Integer> WIDTH =
            Field.optional("sliding_window", Types.integer(1, 1 << 26), "positions that a sliding layer sees");

    private static final String SLIDING = "sliding_attention";
    private static final Field<List<String>> TYPES = Field.optional(
            "layer_types",
            Types.listOf(Types.choice(List.of(SLIDING, "full_attention")), 1, 1024),
            "what each layer sees");

    /** The fields of families whose layers differ. */
    static final List<Field<?>> FIELDS = List.of(WIDTH, TYPES);

    private Windows() {}

    /** The window of every layer alike. */
    static IntUnaryOperator everywhere(Values values) {
        int width = values.find(WIDTH).orElse(0);
        return layer -> width;
    }

    /**
     * The window of the layers that {@code layer_types} says slide.
     *
     * @param otherwise which layers slide where it says nothing
     */
    static IntUnaryOperator where(Values values, int layers, IntPredicate otherwise) {
        var types = values.find(TYPES);
        if (types.isPresent() && types.get().size() != layers) {
            values.reject(TYPES, "one type for each of the " + layers + " layers");
            return layer -> 0;
        }
        IntPredicate slides = types.<IntPredicate>map(
                        list -> layer -> list.get(layer).equals(SLIDING))
                .orElse(otherwise);
        int width = values.find(WIDTH).orElse(0);
        if (width == 0 && types.isPresent() && types.get().contains(SLIDING)) {
            values.reject(WIDTH, "a number of positions, as layer_types has " + SLIDING);
        }
        return layer -> slides.test(layer) ? width : 0;
    }
}

package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** Qwen's windows: in the layers above {@code max_window_layers}, if they are used at all. */
final class UpperWindows {

    private static final Field<Boolean> USED =
            Field.defaulted("use_sliding_window", Types.flag(), false, "whether any layer sees a window");
    private static final Field<Integer> BELOW =
            Field.required("max_window_layers", Types.integer(0, 1024), "layers that see everything");

    static final List<Field<?>> FIELDS =
            Stream.concat(Windows.FIELDS.stream(), Stream.of(USED, BELOW)).toList();

    private UpperWindows() {}

    static IntUnaryOperator of(Values values, int layers) {
        int below = values.get(BELOW);
        return values.get(USED) ? Windows.where(values, layers, layer -> layer >= below) : layer -> 0;
    }
}

package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.RopeScaling;
import io.kernelign.lm.family.RopeParameters.Span;
import java.util.List;
import java.util.Map;

/** The fields of one scaling of rotary frequencies, and what it is made of them. */
record ScalingFields(List<Field<?>> fields, Builder build) {

    interface Builder {
        RopeScaling of(Values values, Span span);
    }

    static final Field<Integer> TRAINED = Field.optional(
            "original_max_position_embeddings", Types.integer(1, 1 << 26), "longest sequence before scaling");

    private static final Field<Double> FACTOR = Field.required("factor", Types.number(1, 1e6), "stretch of positions");
    private static final Field<Double> FACTOR_OR_RATIO = Field.optional(
            "factor", Types.number(1, 1e6), "stretch of positions; by how much the longest sequence has grown");
    private static final Field<Double> MAGNITUDE =
            Field.optional("attention_factor", Types.numberAbove(0, 1e3), "factor of cosines and sines");

    private static final Field<Double> LOW =
            Field.required("low_freq_factor", Types.numberAbove(0, 1e6), "turns below which all is stretched");
    private static final Field<Double> HIGH =
            Field.required("high_freq_factor", Types.numberAbove(0, 1e6), "turns above which nothing is stretched");

    private static final Field<Double> FAST =
            Field.defaulted("beta_fast", Types.numberAbove(0, 1e6), 32.0, "turns above which nothing is stretched");
    private static final Field<Double> SLOW =
            Field.defaulted("beta_slow", Types.numberAbove(0, 1e6), 1.0, "turns below which all is stretched");
    private static final Field<Double> MSCALE =
            Field.optional("mscale", Types.number(0, 1e3), "attention_factor's numerator, per logarithm of factor");
    private static final Field<Double> MSCALE_ALL =
            Field.optional("mscale_all_dim", Types.number(0, 1e3), "its denominator");
    private static final Field<Boolean> TRUNCATE =
            Field.defaulted("truncate", Types.flag(), true, "whether the ramp begins and ends at whole dimensions");

    private static final Field<List<Double>> SHORT = factors("short_factor", "divisors within the trained length");
    private static final Field<List<Double>> LONG = factors("long_factor", "divisors beyond the trained length");

    static final ScalingFields NONE = new ScalingFields(List.of(), (values, span) -> new RopeScaling.None());

    private static final ScalingFields LINEAR =
            new ScalingFields(List.of(FACTOR), (values, span) -> new RopeScaling.Linear(values.get(FACTOR)));

    private static final ScalingFields DYNAMIC = new ScalingFields(
            List.of(FACTOR), (values, span) -> new RopeScaling.Dynamic(values.get(FACTOR), span.positions()));

    private static final ScalingFields LLAMA3 = new ScalingFields(
            List.of(FACTOR, LOW, HIGH, TRAINED),
            (values, span) ->
                    new RopeScaling.Llama3(values.get(FACTOR), values.get(LOW), values.get(HIGH), span.trained()));

    private static final ScalingFields YARN = new ScalingFields(
            List.of(FACTOR_OR_RATIO, TRAINED, MAGNITUDE, FAST, SLOW, MSCALE, MSCALE_ALL, TRUNCATE),
            ScalingFields::yarn);

    static final ScalingFields LONG_ROPE =
            new ScalingFields(List.of(SHORT, LONG, FACTOR_OR_RATIO, TRAINED, MAGNITUDE), ScalingFields::longRope);

    /** All scalings by their {@code rope_type}. */
    static final Map<String, ScalingFields> BY_NAME = Map.of(
            "default", NONE,
            "linear", LINEAR,
            "dynamic", DYNAMIC,
            "llama3", LLAMA3,
            "yarn", YARN,
            "longrope", LONG_ROPE);

    private static RopeScaling yarn(Values values, Span span) {
        double factor = values.find(FACTOR_OR_RATIO).orElse(span.ratio());
        double scale = values.find(MSCALE).orElse(0.0);
        double scaleAll = values.find(MSCALE_ALL).orElse(0.0);
        double inferred = scale > 0 && scaleAll > 0
                ? yarnMagnitude(factor, scale) / yarnMagnitude(factor, scaleAll)
                : yarnMagnitude(factor, 1);
        return new RopeScaling.Yarn(
                factor,
                span.trained(),
                values.find(MAGNITUDE).orElse(inferred),
                values.get(FAST),
                values.get(SLOW),
                values.get(TRUNCATE));
    }

    private static double yarnMagnitude(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private static RopeScaling longRope(Values values, Span span) {
        double factor = values.find(FACTOR_OR_RATIO).orElse(span.ratio());
        double inferred = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(span.trained()));
        return new RopeScaling.LongRope(
                values.get(SHORT),
                values.get(LONG),
                span.trained(),
                values.find(MAGNITUDE).orElse(inferred));
    }

    private static Field<List<Double>> factors(String name, String sentence) {
        return Field.required(name, Types.listOf(Types.numberAbove(0, 1e6), 1, 2048), sentence);
    }
}

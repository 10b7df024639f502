package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a {@link Scale} is configured: a number, whether it is learned, and how fast.
 *
 * @param kernel that it belongs to
 * @param value the number's own field
 */
record ScaleFields(String kernel, Field<Double> value, double least, double most) {

    static final Field<Boolean> LEARN = Field.defaulted(
            "learn",
            Types.flag(),
            false,
            "Whether the scale is learned with the policy, from the given value on and within the same range. What is"
                    + " learned on the training loss favours the larger margin.");
    private static final Field<Double> LEARNING_RATE = Field.defaulted(
            "learningRate",
            Types.numberAbove(0, 1),
            0.03,
            "Learning rate of the scale's logarithm: about the share of itself by which a step changes it.");

    private static final String FIXED = "learn is false";

    static ScaleFields of(String kernel, String name, double least, double most, double fallback, String sentence) {
        return new ScaleFields(
                kernel, Field.defaulted(name, Types.number(least, most), fallback, sentence), least, most);
    }

    List<Field<?>> all() {
        return List.of(value, LEARN, LEARNING_RATE);
    }

    Scale read(Values values) {
        return scale(
                values.get(value),
                values.get(LEARN) ? OptionalDouble.of(values.get(LEARNING_RATE)) : OptionalDouble.empty());
    }

    /** The learning rate of a scale that is not learned. */
    Refusal rateWithoutLearning() {
        return Refusal.ofNoEffect(
                LEARNING_RATE, FIXED, Map.of(LEARNING_RATE.name(), 0.1), values -> !values.get(LEARN));
    }

    /** The same of a scale inside a field of the kernel. */
    Refusal rateWithoutLearning(Field<Scale> in) {
        return Refusal.ofNoEffect(
                List.of(in, LEARNING_RATE),
                FIXED,
                Map.of(in.name(), Map.of(LEARNING_RATE.name(), 0.1)),
                values -> values.get(in).learned().isEmpty());
    }

    Map<String, Object> write(Scale scale) {
        var object = new LinkedHashMap<String, Object>();
        object.put(value.name(), scale.start());
        object.put(LEARN.name(), scale.learningRate().isPresent());
        scale.learningRate().ifPresent(rate -> object.put(LEARNING_RATE.name(), rate));
        return object;
    }

    Scale byDefault() {
        return fixed(value.fallback());
    }

    Scale fixed(double at) {
        return scale(at, OptionalDouble.empty());
    }

    private Scale scale(double at, OptionalDouble learningRate) {
        return new Scale(kernel + "." + value.name(), at, least, most, learningRate);
    }
}

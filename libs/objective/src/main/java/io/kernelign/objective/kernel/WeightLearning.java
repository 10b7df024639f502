package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/**
 * How the weights of a mixture are learned (Sec. 6, H.18).
 *
 * @param eta weight of their entropy, nats, >= 0
 * @param learningRate their own, > 0
 */
public record WeightLearning(double eta, double learningRate) {

    private static final Field<Double> ETA = Field.defaulted(
            "eta",
            Types.number(0, 10),
            0.02,
            "Weight of the entropy that keeps the mixture from collapsing into one kernel; 0 lets it collapse.");
    private static final Field<Double> LEARNING_RATE = Field.defaulted(
            "learningRate",
            Types.numberAbove(0, 1),
            0.03,
            "Learning rate of the mixture's weights, separate from the policy's.");

    static final ObjectType<WeightLearning> TYPE = ObjectType.of(
            List.of(ETA, LEARNING_RATE),
            values -> new WeightLearning(values.get(ETA), values.get(LEARNING_RATE)),
            learning -> Map.of(ETA.name(), learning.eta, LEARNING_RATE.name(), learning.learningRate));

    static final Field<WeightLearning> FIELD =
            Field.defaulted("weights", TYPE, TYPE.read(Map.of()), "How the weights of the mixture are learned.");
}

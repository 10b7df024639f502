package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the weights of a mixture are learned (Sec. 6, H.18).
 *
 * @param eta weight of their entropy, nats, >= 0
 * @param learningRate their own, > 0
 */
public record WeightLearning(double eta, double learningRate, LearnOn learnOn, Floors floors) {

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
    private static final Field<LearnOn> LEARN_ON = Field.defaulted(
            "learnOn",
            LearnOn.TYPE,
            new LearnOn.Training(),
            "Which pairs the weights, and the learned scales of the mixture's kernels, are learned on.");

    /** For a mixture without a hierarchy. */
    static final Field<WeightLearning> FLAT = field(Floors.FLAT);

    static final Field<WeightLearning> HIERARCHICAL = field(Floors.HIERARCHICAL);

    private static Field<WeightLearning> field(Field<Floors> floors) {
        var type = ObjectType.of(
                List.of(ETA, LEARNING_RATE, LEARN_ON, floors),
                values -> new WeightLearning(
                        values.get(ETA),
                        values.get(LEARNING_RATE),
                        values.get(LEARN_ON),
                        values.find(floors).orElse(Floors.NONE)),
                learning -> write(learning, floors));
        return Field.defaulted("weights", type, type.read(Map.of()), "How the weights of the mixture are learned.");
    }

    private static Map<String, Object> write(WeightLearning learning, Field<Floors> floors) {
        var object = new LinkedHashMap<String, Object>();
        object.put(ETA.name(), learning.eta);
        object.put(LEARNING_RATE.name(), learning.learningRate);
        object.put(LEARN_ON.name(), LEARN_ON.type().write(learning.learnOn));
        if (!learning.floors.equals(Floors.NONE)) {
            object.put(floors.name(), floors.type().write(learning.floors));
        }
        return object;
    }
}

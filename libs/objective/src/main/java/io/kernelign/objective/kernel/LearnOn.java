package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import java.util.List;
import java.util.Map;

/** Which pairs a mixture's weights, and the scales inside it, are learned on. */
public sealed interface LearnOn {

    /** The same pairs as the policy, in the same step. */
    record Training() implements LearnOn {}

    /**
     * Pairs that are taken from the training pairs and that the policy is never trained on.
     *
     * @param everySteps optimiser steps between two steps of the weights, >= 1
     * @param pairs how many are reserved, >= 1
     */
    record HeldOut(int everySteps, int pairs) implements LearnOn {

        private static final Field<Integer> EVERY_STEPS = Field.defaulted(
                "everySteps", Types.integer(1, 10_000), 4, "Optimiser steps between two steps of the weights.");
        private static final Field<Integer> PAIRS = Field.defaulted(
                "pairs",
                Types.integer(1, 100_000),
                32,
                "Training pairs that are reserved for the weights; the policy is not trained on them.");
    }

    Alternatives<LearnOn> TYPE = new Alternatives<>(List.of(
            new Declaration<>(
                    "training",
                    "The weights fit the training pairs with the policy, which favours the kernel of the largest margins.",
                    "w \\leftarrow w - \\rho \\nabla_w \\mathcal{L}(\\mathcal{D}_{train})",
                    "N.1.4",
                    Training.class,
                    ObjectType.of(List.of(), values -> new Training(), training -> Map.of())),
            new Declaration<>(
                    "heldOut",
                    "The weights are chosen by what generalises: their gradient comes from reserved pairs alone.",
                    "w \\leftarrow w - \\rho \\nabla_w \\mathcal{L}(\\mathcal{D}_{reserved})",
                    "N.1.3, N.1.4",
                    HeldOut.class,
                    ObjectType.of(
                            List.of(HeldOut.EVERY_STEPS, HeldOut.PAIRS),
                            values -> new HeldOut(values.get(HeldOut.EVERY_STEPS), values.get(HeldOut.PAIRS)),
                            heldOut -> Map.of(
                                    HeldOut.EVERY_STEPS.name(),
                                    heldOut.everySteps,
                                    HeldOut.PAIRS.name(),
                                    heldOut.pairs)))));
}

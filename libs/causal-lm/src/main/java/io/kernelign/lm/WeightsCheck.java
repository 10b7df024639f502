package io.kernelign.lm;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.weights.WeightFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the tensors of a checkpoint against those that a configuration describes. */
final class WeightsCheck {

    private static final int MOST_ERRORS = 10;
    /** A copy that older checkpoints keep of what is computed, or of a tied head. */
    private static final List<String> HARMLESS = List.of("rotary_emb.inv_freq", ModelTensors.HEAD);

    private WeightsCheck() {}

    static void require(Map<String, List<Long>> shapes, WeightFiles weights) {
        var errors = new ArrayList<FieldError>();
        shapes.forEach((name, shape) -> {
            if (!weights.contains(name)) {
                errors.add(
                        FieldError.missing(weights.path().getFileName() + ": " + name, "a tensor of shape " + shape));
            } else if (!weights.tensor(name).shape().equals(shape)) {
                errors.add(FieldError.unacceptable(
                        place(weights, name) + ".shape",
                        weights.tensor(name).shape(),
                        shape + ", as config.json says"));
            }
        });
        weights.tensors().stream()
                .filter(tensor -> !shapes.containsKey(tensor.name()) && !isHarmless(tensor.name()))
                .forEach(tensor -> errors.add(FieldError.unacceptable(
                        place(weights, tensor.name()), tensor.shape(), "no tensor of this name, as config.json says")));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private static String place(WeightFiles weights, String tensor) {
        return weights.holding(tensor).name() + ": " + tensor;
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.stream().anyMatch(name::endsWith);
    }
}

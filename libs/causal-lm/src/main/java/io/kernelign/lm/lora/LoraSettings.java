package io.kernelign.lm.lora;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of a LoRA adapter.
 *
 * @param rank width of the bottleneck, at least 1
 * @param alpha the update is scaled by alpha / rank
 * @param dropout share of the adapter's inputs dropped in training, in [0, 1)
 * @param targets the projections that get an adapter, in every layer
 */
public record LoraSettings(int rank, double alpha, double dropout, Set<Projection> targets) {

    public LoraSettings {
        targets = Set.copyOf(targets);
    }

    /**
     * The same on the targets that a model has. All of {@link Projection} means all that it has; fewer must each be one of
     * them.
     *
     * @throws InvalidInputException naming the targets that the model lacks, and those that it has
     */
    public LoraSettings on(ModelConfig model) {
        var present = model.projections().all();
        var lacking = targets.stream()
                .filter(target -> !present.contains(target))
                .sorted()
                .map(Projection::shortName)
                .toList();
        if (!lacking.isEmpty() && targets.size() < Projection.values().length) {
            var accepted = present.stream().map(Projection::shortName).collect(Collectors.joining(", "));
            throw new InvalidInputException(
                    FieldError.unacceptable("targets", lacking, "some of the model's projections, " + accepted));
        }
        var own = present.stream().filter(targets::contains).collect(Collectors.toSet());
        return new LoraSettings(rank, alpha, dropout, own);
    }

    public double scale() {
        return alpha / rank;
    }
}

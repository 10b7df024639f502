package io.kernelign.lm.lora;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of a LoRA adapter.
 *
 * @param rank width of the bottleneck, {@link #RANK}
 * @param alpha {@link #ALPHA}, what the update is scaled by, before it is divided by the rank or its root
 * @param dropout share of the adapter's inputs dropped in training, {@link #DROPOUT}
 * @param rankStabilised whether the update is scaled by alpha / sqrt(rank) (rsLoRA, Kalajdzievski, 2023) and not by
 *     alpha / rank
 * @param targets the projections that get an adapter
 * @param layers in which layers they get it
 */
public record LoraSettings(
        int rank,
        double alpha,
        double dropout,
        boolean rankStabilised,
        Set<Projection> targets,
        LayerSelection layers) {

    public static final ValueType<Integer> RANK = Types.integer(1, 512);
    public static final ValueType<Double> ALPHA = Types.numberAbove(0, 4096);
    public static final ValueType<Double> DROPOUT = Types.number(0, 0.9);

    public LoraSettings {
        targets = Set.copyOf(targets);
    }

    /** Plain LoRA in every layer. */
    public LoraSettings(int rank, double alpha, double dropout, Set<Projection> targets) {
        this(rank, alpha, dropout, false, targets, LayerSelection.ALL);
    }

    /**
     * The same on the targets and layers that a model has. All of {@link Projection} means all that it has; fewer must
     * each be one of them.
     *
     * @throws InvalidInputException naming the targets or layers that the model lacks, and those that it has
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
        return new LoraSettings(rank, alpha, dropout, rankStabilised, own, layersOf(model));
    }

    private LayerSelection layersOf(ModelConfig model) {
        int count = model.layers().size();
        try {
            return LayerSelection.exactly(layers.of(count), count);
        } catch (InvalidInputException e) {
            throw e.under("layers");
        }
    }

    public LoraSettings withDropout(double other) {
        return new LoraSettings(rank, alpha, other, rankStabilised, targets, layers);
    }

    /** The first layer of a model that the adapter changes. */
    public int firstLayer(ModelConfig model) {
        return layers.of(model.layers().size()).get(0);
    }

    /** What B A is multiplied by. */
    public double scale() {
        return rankStabilised ? alpha / Math.sqrt(rank) : alpha / rank;
    }
}

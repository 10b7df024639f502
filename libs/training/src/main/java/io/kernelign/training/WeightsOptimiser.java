package io.kernelign.training;

import io.kernelign.objective.kernel.Learned;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The optimiser of what an objective learns beside the policy, each weight with its own rate and within its range. */
public final class WeightsOptimiser implements AutoCloseable {

    private final List<Learned> learned;
    private final List<Tensor> weights;
    private final List<AdamW> optimisers = new ArrayList<>();

    /** @param state whose weights it updates in place; the caller owns them */
    public WeightsOptimiser(List<Learned> learned, ObjectiveState state) {
        this.learned = learned;
        weights = learned.stream()
                .map(weight -> state.weights().get(weight.name()))
                .toList();
        weights.forEach(weight -> optimisers.add(new AdamW(List.of(weight), AdamW.Settings.DEFAULT)));
    }

    List<Tensor> gradients() {
        return weights.stream().map(Tensor::gradient).toList();
    }

    /** One update of every weight from its gradient. */
    public void step() {
        for (int i = 0; i < weights.size(); i++) {
            optimisers
                    .get(i)
                    .step(List.of(weights.get(i).gradient()), learned.get(i).learningRate());
            learned.get(i).confine(weights.get(i));
        }
    }

    public void clearGradients() {
        weights.forEach(Tensor::clearGradient);
    }

    /** Tensors that are kept between steps. */
    List<Tensor> state() {
        return optimisers.stream()
                .flatMap(optimiser -> optimiser.state().stream())
                .toList();
    }

    @Override
    public void close() {
        optimisers.forEach(AdamW::close);
    }
}

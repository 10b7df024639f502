package io.kernelign.torch;

import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter, 2019) exactly as {@code torch.optim.AdamW}: decoupled weight decay, both moments bias
 * corrected. Its state is an explicit list of tensors, so that a checkpoint can hold it.
 */
public final class AdamW implements AutoCloseable {

    /**
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param eps added to the root of the second moment
     * @param weightDecay decoupled decay per unit of learning rate
     */
    public record Settings(double beta1, double beta2, double eps, double weightDecay) {

        public static final Settings DEFAULT = new Settings(0.9, 0.999, 1e-8, 0);
    }

    private final List<Tensor> parameters;
    private final Settings settings;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private final List<Tensor> steps = new ArrayList<>();

    /** An optimiser at step 0 for leaf parameters that its caller owns. */
    public AdamW(List<Tensor> parameters, Settings settings) {
        this.parameters = List.copyOf(parameters);
        this.settings = settings;
        try (var scope = Scope.plain()) {
            for (var parameter : parameters) {
                means.add(Tensors.zeros(parameter.dtype(), parameter.shape()).retain());
                squares.add(Tensors.zeros(parameter.dtype(), parameter.shape()).retain());
                steps.add(Tensors.zeros(DType.FLOAT32).retain());
            }
        }
    }

    /**
     * One update of every parameter.
     *
     * @param gradients one per parameter, in their order
     */
    public void step(List<Tensor> gradients, double learningRate) {
        if (gradients.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    gradients.size() + " gradients for " + parameters.size() + " parameters");
        }
        try (var scope = Scope.plain()) {
            // The fused kernel reads the step that it is at; PyTorch's optimiser counts it up first.
            steps.forEach(step -> step.accumulate(Tensors.scalar(1)));
            Script.call(
                    "adamw",
                    parameters,
                    gradients,
                    means,
                    squares,
                    steps,
                    learningRate,
                    settings.beta1,
                    settings.beta2,
                    settings.weightDecay,
                    settings.eps);
        }
    }

    /** First moments, second moments and step counts, in that order, each in the order of the parameters. */
    public List<Tensor> state() {
        var state = new ArrayList<>(means);
        state.addAll(squares);
        state.addAll(steps);
        return state;
    }

    @Override
    public void close() {
        state().forEach(Tensor::close);
    }
}

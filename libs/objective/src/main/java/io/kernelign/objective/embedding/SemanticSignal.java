package io.kernelign.objective.embedding;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Rbf;
import io.kernelign.objective.kernel.Spectral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The semantic margin q in formulation rkhs_margin: how much nearer to the prompt the chosen response is than the rejected
 * one, in the kernel's own feature space.
 *
 * @param sigma width of a radial kernel on embeddings, > 0; the median heuristic when empty
 * @param explainedVariance share of the embeddings' variance that the spectral kernel's components hold, 0 to 1
 */
public record SemanticSignal(Source source, Gamma gamma, OptionalDouble sigma, double explainedVariance) {

    private static final Field<Double> SIGMA = Field.optional(
            "sigma",
            Types.number(1e-6, 1e6),
            "Width of a radial kernel on embeddings; the median heuristic when absent.");
    private static final Field<Double> EXPLAINED_VARIANCE = Field.defaulted(
            "explainedVariance",
            Types.numberAbove(0, 1),
            0.9,
            "Share of the embeddings' variance that the spectral kernel's components hold.");

    private static final List<KernelParameter> KERNEL_PARAMETERS = List.of(
            new KernelParameter(
                    SIGMA, 1, "kernel is neither rbf nor a mixture with it", kernel -> kernel.holds(Rbf.class)),
            new KernelParameter(
                    EXPLAINED_VARIANCE,
                    0.8,
                    "kernel is neither spectral nor a mixture with it",
                    kernel -> kernel.holds(Spectral.class)));

    public static final ObjectType<SemanticSignal> TYPE = ObjectType.of(
            List.of(Source.FIELD, Gamma.START, Gamma.END, SIGMA, EXPLAINED_VARIANCE),
            values -> new SemanticSignal(
                    values.get(Source.FIELD),
                    Gamma.read(values, values.get(Source.FIELD)),
                    values.find(SIGMA).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                    values.get(EXPLAINED_VARIANCE)),
            SemanticSignal::write);

    /** What is refused of a signal beside a kernel that does not read it. */
    public static List<Refusal> refusals(Field<SemanticSignal> signal, Field<Kernel> kernel) {
        return KernelParameter.refusals(KERNEL_PARAMETERS, signal, kernel);
    }

    /** The signal as it is read beside a kernel. */
    public Map<String, Object> write(Kernel kernel) {
        return KernelParameter.readBy(kernel, KERNEL_PARAMETERS, TYPE.write(this));
    }

    private static Map<String, Object> write(SemanticSignal signal) {
        var object = new LinkedHashMap<String, Object>();
        object.put(Source.FIELD.name(), Source.FIELD.type().write(signal.source));
        signal.gamma.write(object);
        signal.sigma.ifPresent(sigma -> object.put(SIGMA.name(), sigma));
        object.put(EXPLAINED_VARIANCE.name(), signal.explainedVariance);
        return object;
    }
}

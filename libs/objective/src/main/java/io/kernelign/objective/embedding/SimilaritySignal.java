package io.kernelign.objective.embedding;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.kernel.Hmk;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Mahalanobis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The embedding term of formulation paper: gamma times the kernel of the two similarities to the prompt (Table 1).
 *
 * @param mu the mu' of a Mahalanobis kernel
 * @param sigma the sigma' of a Mahalanobis kernel, > 0
 */
public record SimilaritySignal(Source source, Gamma gamma, double mu, double sigma) {

    private static final Field<Double> MU = Field.defaulted(
            "mu",
            Types.number(-1e6, 1e6),
            0.0,
            "Mean of a Mahalanobis kernel on the similarities' ratio; hmk has no ratio of its own there.");
    private static final Field<Double> SIGMA =
            Field.defaulted("sigma", Types.number(1e-3, 1e6), 1.0, "Its width around that mean.");

    private static final List<KernelParameter> KERNEL_PARAMETERS = List.of(
            new KernelParameter(
                    MU,
                    1,
                    "kernel is neither mahalanobis nor mixture",
                    kernel -> kernel.holds(Mahalanobis.class) && !(kernel instanceof Hmk)),
            new KernelParameter(
                    SIGMA,
                    2,
                    "kernel is neither mahalanobis nor a mixture with it",
                    kernel -> kernel.holds(Mahalanobis.class)));

    public static final ObjectType<SimilaritySignal> TYPE = ObjectType.of(
            List.of(Source.FIELD, Gamma.START, Gamma.END, MU, SIGMA),
            values -> new SimilaritySignal(
                    values.get(Source.FIELD),
                    Gamma.read(values, values.get(Source.FIELD)),
                    values.get(MU),
                    values.get(SIGMA)),
            SimilaritySignal::write);

    /** What is refused of a signal beside a kernel that does not read it. */
    public static List<Refusal> refusals(Field<SimilaritySignal> signal, Field<Kernel> kernel) {
        return KernelParameter.refusals(KERNEL_PARAMETERS, signal, kernel);
    }

    /** The signal as it is read beside a kernel. */
    public Map<String, Object> write(Kernel kernel) {
        return KernelParameter.readBy(kernel, KERNEL_PARAMETERS, TYPE.write(this));
    }

    private static Map<String, Object> write(SimilaritySignal signal) {
        var object = new LinkedHashMap<String, Object>();
        object.put(Source.FIELD.name(), Source.FIELD.type().write(signal.source));
        signal.gamma.write(object);
        object.put(MU.name(), signal.mu);
        object.put(SIGMA.name(), signal.sigma);
        return object;
    }
}

package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four kernels that are mixed, in the order of their weights: two local ones, two global ones (Sec. 6.1). */
public record Components(Rbf rbf, Polynomial polynomial, Spectral spectral, Mahalanobis mahalanobis) {

    private static final Field<Rbf> RBF = Field.defaulted(
            "rbf", Rbf.DECLARATION.options(), Rbf.DECLARATION.defaults(), "Parameters of its rbf kernel.");
    private static final Field<Polynomial> POLYNOMIAL = Field.defaulted(
            "polynomial",
            Polynomial.DECLARATION.options(),
            Polynomial.DECLARATION.defaults(),
            "Parameters of its polynomial kernel.");
    private static final Field<Spectral> SPECTRAL = Field.defaulted(
            "spectral",
            Spectral.DECLARATION.options(),
            Spectral.DECLARATION.defaults(),
            "Parameters of its spectral kernel.");
    private static final Field<Mahalanobis> MAHALANOBIS = Field.defaulted(
            "mahalanobis",
            Mahalanobis.DECLARATION.options(),
            Mahalanobis.DECLARATION.defaults(),
            "Parameters of its Mahalanobis kernel.");

    static final List<Field<?>> FIELDS = List.of(RBF, POLYNOMIAL, SPECTRAL, MAHALANOBIS, WeightLearning.FIELD);

    static Components read(Values values) {
        return new Components(values.get(RBF), values.get(POLYNOMIAL), values.get(SPECTRAL), values.get(MAHALANOBIS));
    }

    Map<String, Object> write(WeightLearning learning) {
        var object = new LinkedHashMap<String, Object>();
        object.put(RBF.name(), RBF.type().write(rbf));
        object.put(POLYNOMIAL.name(), POLYNOMIAL.type().write(polynomial));
        object.put(SPECTRAL.name(), SPECTRAL.type().write(spectral));
        object.put(MAHALANOBIS.name(), MAHALANOBIS.type().write(mahalanobis));
        object.put(WeightLearning.FIELD.name(), WeightLearning.TYPE.write(learning));
        return object;
    }

    /**
     * The weighted sum of the four ratios.
     *
     * @param weights [4], positive, of sum 1
     * @return [pairs]
     */
    Tensor ratio(Tensor m, Tensor weights, ObjectiveState state) {
        var ratios = List.of(
                rbf.ratio(m, state), polynomial.ratio(m, state), spectral.ratio(m, state), mahalanobis.ratio(m, state));
        return Tensors.stack(ratios, 0).times(weights.unsqueeze(1)).sum(0);
    }
}

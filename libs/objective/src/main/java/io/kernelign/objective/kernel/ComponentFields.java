package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the four kernels of a mixture are configured inside it, each under its own name. */
record ComponentFields(
        Field<Rbf> rbf, Field<Polynomial> polynomial, Field<Spectral> spectral, Field<Mahalanobis> mahalanobis) {

    ComponentFields(
            Declaration<Rbf> rbf,
            Declaration<Polynomial> polynomial,
            Declaration<Spectral> spectral,
            Declaration<Mahalanobis> mahalanobis) {
        this(field(rbf), field(polynomial), field(spectral), field(mahalanobis));
    }

    private static <K> Field<K> field(Declaration<K> kernel) {
        return Field.defaulted(
                kernel.name(), kernel.options(), kernel.defaults(), "Parameters of its " + kernel.name() + " kernel.");
    }

    /** All fields of a mixture. */
    List<Field<?>> with(Field<WeightLearning> weights) {
        return List.of(rbf, polynomial, spectral, mahalanobis, weights);
    }

    Components read(Values values) {
        return new Components(values.get(rbf), values.get(polynomial), values.get(spectral), values.get(mahalanobis));
    }

    Map<String, Object> write(Components components, Field<WeightLearning> weights, WeightLearning learning) {
        var object = new LinkedHashMap<String, Object>();
        object.put(rbf.name(), rbf.type().write(components.rbf()));
        object.put(polynomial.name(), polynomial.type().write(components.polynomial()));
        object.put(spectral.name(), spectral.type().write(components.spectral()));
        object.put(mahalanobis.name(), mahalanobis.type().write(components.mahalanobis()));
        object.put(weights.name(), weights.type().write(learning));
        return object;
    }
}

package io.kernelign.objective;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.link.Link;
import io.kernelign.objective.link.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declaration of an objective's fields. */
final class ObjectiveOptions {

    private static final String RKHS_MARGIN = "rkhs_margin";

    static final Field<String> FORMULATION = Field.defaulted(
            "formulation",
            Types.choice(List.of(RKHS_MARGIN)),
            RKHS_MARGIN,
            "How a kernel enters the loss: as the signed distance of the margin from indifference.");
    static final Field<Double> BETA = Field.defaulted(
            "beta",
            Types.numberAbove(0, 100),
            0.1,
            "Temperature of the preference margin: how far it may leave the reference.");
    static final Field<Link> LINK =
            Field.defaulted("link", Links.ALL, Links.ALL.read("sigmoid"), "What a margin costs.");
    static final Field<Kernel> KERNEL = Field.defaulted(
            "kernel", Kernels.ALL, Kernels.ALL.read("none"), "How the margin is measured; none is DPO.");
    static final Field<Divergence> DIVERGENCE = Field.defaulted(
            "divergence",
            Divergences.ALL,
            Divergences.ALL.read("none"),
            "What keeps the policy near the reference, over the full vocabulary at every response token.");
    static final Field<Double> ALPHA =
            Field.defaulted("alpha", Types.number(0, 1000), 0.1, "Weight of the divergence; not accepted without one.");

    static final ObjectType<Objective> TYPE = ObjectType.of(
            List.of(FORMULATION, BETA, LINK, KERNEL, DIVERGENCE, ALPHA),
            ObjectiveOptions::build,
            ObjectiveOptions::write);

    private ObjectiveOptions() {}

    private static Objective build(Values values) {
        var objective = new Objective(
                values.get(BETA), values.get(LINK), values.get(KERNEL), values.get(DIVERGENCE), values.get(ALPHA));
        if (objective.divergence().isPresent()) {
            return objective;
        }
        if (values.given(ALPHA)) {
            values.reject(ALPHA, "nothing, because divergence is none and alpha would have no effect");
        }
        return new Objective(objective.beta(), objective.link(), objective.kernel(), objective.regulariser(), 0);
    }

    private static Map<String, Object> write(Objective objective) {
        var object = new LinkedHashMap<String, Object>();
        object.put(FORMULATION.name(), RKHS_MARGIN);
        object.put(BETA.name(), objective.beta());
        object.put(LINK.name(), Links.ALL.write(objective.link()));
        object.put(KERNEL.name(), Kernels.ALL.write(objective.kernel()));
        object.put(DIVERGENCE.name(), Divergences.ALL.write(objective.regulariser()));
        if (objective.divergence().isPresent()) {
            object.put(ALPHA.name(), objective.alpha());
        }
        return object;
    }
}

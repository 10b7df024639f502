package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.implicit.Implicits;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.link.Links;
import io.kernelign.objective.link.MarginLink;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every link promises beyond TRL's numbers, for parameters and log ratios from all over their ranges. */
class LinkPropertyTest {

    private static final Map<String, Function<Draw, Map<String, Object>>> PARAMETERS = Map.of(
            "sigmoid", draw -> Map.of("labelSmoothing", draw.number(0, 0.5)),
            "robust", draw -> Map.of("labelSmoothing", draw.number(0, 0.49)),
            "exo_pair", draw -> Map.of("labelSmoothing", draw.number(1e-3, 0.5)),
            "aot", draw -> Map.of("labelSmoothing", draw.number(0, 0.5)),
            "aot_unpaired", draw -> Map.of("labelSmoothing", draw.number(0, 0.5)),
            "discopop", draw -> Map.of("tau", draw.positive(1e-3, 1)));

    static List<String> links() {
        return names(Links.ALL);
    }

    private static List<String> names(Alternatives<?> all) {
        return all.declarations().stream().map(Declaration::name).toList();
    }

    private static Map<String, Object> anyLink(String link, Draw draw) {
        var options = new HashMap<String, Object>();
        options.put("name", link);
        options.putAll(PARAMETERS.getOrDefault(link, none -> Map.of()).apply(draw));
        return options;
    }

    private static Map<String, Object> anyImplicit(Map<String, Object> link, Draw draw) {
        if (!(Links.ALL.read(link) instanceof MarginLink)) {
            return Map.of("name", "reverse_kl");
        }
        var name = draw.choice(names(Implicits.ALL));
        return name.equals("alpha") ? Map.of("name", name, "order", draw.number(0, 2)) : Map.of("name", name);
    }

    private static String anyKernel(Map<String, Object> link, Draw draw) {
        return Links.ALL.read(link) instanceof MarginLink ? draw.choice(names(Kernels.ALL)) : "none";
    }

    /** One pair: its log ratios, nats, and what they cost. */
    private record Case(
            Map<String, Object> link,
            Map<String, Object> implicit,
            String kernel,
            double beta,
            List<Double> logRatios) {

        static Case anywhere(String link, Draw draw) {
            return of(link, draw, draw.list(2, () -> draw.signed(1e-8, 1e4)));
        }

        static Case atTheReference(String link, Draw draw) {
            return of(link, draw, List.of(0.0, 0.0));
        }

        private static Case of(String name, Draw draw, List<Double> logRatios) {
            var link = anyLink(name, draw);
            return new Case(link, anyImplicit(link, draw), anyKernel(link, draw), draw.positive(1e-2, 10), logRatios);
        }

        Cost cost() {
            var objective = Objective.TYPE.read(Map.of(
                    "link",
                    link,
                    "implicit",
                    implicit,
                    "beta",
                    beta,
                    "kernel",
                    Map.of("name", kernel),
                    "divergence",
                    Map.of("name", "none")));
            try (var state = objective.initialState();
                    var scope = Scope.recording()) {
                var chosen = Tensors.of(new float[] {logRatios.get(0).floatValue()}, 1)
                        .requireGradient();
                var rejected = Tensors.of(new float[] {logRatios.get(1).floatValue()}, 1)
                        .requireGradient();
                var none = Tensors.of(new float[] {0}, 1);
                var loss = objective.evaluate(
                        PairBatch.of(PairLogProbs.ofSingleTokens(chosen, rejected, none, none)), state);
                loss.preference().backward();
                return new Cost(
                        loss.preference().item(),
                        loss.m().square().mean().item(),
                        chosen.gradient().doubles()[0],
                        rejected.gradient().doubles()[0]);
            }
        }
    }

    private record Cost(double loss, double squaredMargin, double byChosen, double byRejected) {}

    @ParameterizedTest
    @MethodSource("links")
    void loss_and_gradient_are_finite_however_far_the_policy_has_gone(String link) {
        Property.forAll(draw -> Case.anywhere(link, draw), it -> {
            var cost = it.cost();
            assertThat(List.of(cost.loss, cost.squaredMargin, cost.byChosen, cost.byRejected))
                    .allMatch(Double::isFinite);
        });
    }

    @ParameterizedTest
    @MethodSource("links")
    void the_first_step_moves_against_the_label_with_a_narrow_discopop_alone(String link) {
        Property.forAll(draw -> Case.atTheReference(link, draw), it -> {
            var cost = it.cost();
            boolean narrow = it.link.get("tau") instanceof Double tau && tau < (1 - Math.log(2)) / 3;
            assertThat(cost.byChosen > cost.byRejected).isEqualTo(narrow);
        });
    }
}

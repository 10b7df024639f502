package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.implicit.Implicits;
import io.kernelign.objective.link.Links;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every link and f-DPO, without a kernel: TRL's loss of that name and its gradient. */
class TrlParityTest {

    private static final double TOLERANCE = 1e-5;

    static List<JsonNode> cases() {
        return Golden.of("links").list("cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loss_and_gradient_are_trls(JsonNode golden) {
        var objective = Objective.TYPE.read(Golden.object(golden.get("objective")));
        try (var state = objective.initialState();
                var scope = Scope.recording()) {
            var chosen = vector(golden, "policy", 0).requireGradient();
            var rejected = vector(golden, "policy", 1).requireGradient();
            var pairs = new PairLogProbs(
                    chosen,
                    rejected,
                    vector(golden, "reference", 0),
                    vector(golden, "reference", 1),
                    vector(golden, "lengths", 0),
                    vector(golden, "lengths", 1));

            var loss = objective.evaluate(PairBatch.of(pairs), state);
            loss.total().backward();

            double expected = golden.get("loss").asDouble();
            assertThat(loss.total().item()).isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
            assertClose(chosen, golden.get("gradient").get(0));
            assertClose(rejected, golden.get("gradient").get(1));
        }
    }

    private static void assertClose(Tensor leaf, JsonNode gradient) {
        var expected = Golden.doubles(gradient);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(leaf.gradient().doubles()).containsExactly(expected, within(TOLERANCE * Math.max(1, largest)));
    }

    private static Tensor vector(JsonNode golden, String name, int response) {
        var values = Golden.floats(golden.get(name).get(response));
        return Tensors.of(values, values.length);
    }

    @Test
    void every_link_and_every_implicit_divergence_is_compared() {
        assertThat(Links.ALL.declarations()).allMatch(link -> isCompared("link", link.name()));
        assertThat(Implicits.ALL.declarations()).allMatch(implicit -> isCompared("implicit", implicit.name()));
    }

    private static boolean isCompared(String field, String name) {
        return cases().stream()
                .map(golden ->
                        (Map<?, ?>) Golden.object(golden.get("objective")).get(field))
                .anyMatch(options -> name.equals(options.get("name")));
    }
}

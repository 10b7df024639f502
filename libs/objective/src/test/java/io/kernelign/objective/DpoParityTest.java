package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DpoParityTest {

    private static final JsonNode BATCH = Golden.at("dpo");

    static List<JsonNode> cases() {
        return List.copyOf(BATCH.get("cases").values());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void without_a_kernel_loss_and_gradient_are_trls_on_the_same_logits(JsonNode golden) {
        var smoothing = golden.get("labelSmoothing").asDouble();
        var objective = Objective.TYPE.read(Map.of(
                "beta", BATCH.get("beta").asDouble(), "link", Map.of("name", "sigmoid", "labelSmoothing", smoothing)));
        int pairs = BATCH.get("pairs").asInt();
        try (var state = objective.initialState();
                var scope = Scope.recording()) {
            var logits = logits("logits").requireGradient();
            var policy = responseLogProbs(logits);
            var reference = responseLogProbs(logits("reference"));

            var loss = objective.evaluate(
                    PairBatch.of(PairLogProbs.ofSingleTokens(
                            policy.slice(0, 0, pairs),
                            policy.slice(0, pairs, 2 * pairs),
                            reference.slice(0, 0, pairs),
                            reference.slice(0, pairs, 2 * pairs))),
                    state);
            loss.total().backward();

            assertThat(loss.total().item()).isCloseTo(golden.get("loss").asDouble(), within(1e-6));
            assertThat(logits.gradient().doubles())
                    .containsExactly(Golden.doubles(golden.get("gradient")), within(1e-6));
        }
    }

    /** [responses * length, vocabulary] */
    private static Tensor logits(String name) {
        var values = Golden.floats(BATCH.get(name));
        long vocabulary = BATCH.get("vocabulary").asLong();
        return Tensors.of(values, values.length / vocabulary, vocabulary);
    }

    /** [responses] */
    private static Tensor responseLogProbs(Tensor logits) {
        var tokens = Tensors.of(Golden.longs(BATCH.get("tokens")));
        return logits.logSoftmax(-1)
                .pick(tokens)
                .reshape(-1, BATCH.get("length").asLong())
                .sum(1);
    }
}

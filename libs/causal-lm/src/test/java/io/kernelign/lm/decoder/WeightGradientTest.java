package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All weights of every architecture can train: each tensor's gradient is that of transformers. */
class WeightGradientTest {

    private static final Map<String, Object> GOLDEN = Golden.read("weight_gradients.json");

    static Stream<FamilyCase> cases() {
        return FamilyCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_gradient_of_every_tensor_is_that_of_transformers_and_a_tied_head_has_one_with_its_embedding(
            FamilyCase model) {
        try (var decoder = model.decoder();
                var scope = Scope.recording()) {
            var leaves = decoder.weights().tensors();
            leaves.values().forEach(Tensor::requireGradient);
            var rows = PackedRows.of(List.of(FamilyCase.pair()));
            var logits = decoder.head().logits(rows.predictors(rows.hidden(decoder, Adapter.NONE)));
            var sums = rows.sumByResponse(logits.logSoftmax(-1).pick(rows.targets()));
            sums.slice(1, 0, 1).minus(sums.slice(1, 1, 2)).sum().times(0.1).backward();

            var gradients = gradients(model);
            assertThat(leaves.keySet()).isEqualTo(gradients.keySet());
            leaves.forEach((name, leaf) -> assertClose(name, leaf.gradient(), Golden.object(gradients.get(name))));
        }
    }

    private static Map<String, Object> gradients(FamilyCase model) {
        return Golden.objects(GOLDEN.get("cases")).stream()
                .filter(oracle -> oracle.get("name").equals(model.toString()))
                .map(oracle -> Golden.object(oracle.get("gradients")))
                .findFirst()
                .orElseThrow();
    }

    private static void assertClose(String name, Tensor gradient, Map<String, Object> golden) {
        assertClose(name + ", norm", gradient.square().sum().sqrt().item(), golden.get("norm"));
        var ours = gradient.doubles();
        var some = Golden.floats(golden.get("some"));
        int every = ((Number) GOLDEN.get("every")).intValue();
        for (int i = 0; i < some.length; i++) {
            assertClose(name + ", element " + i * every, ours[i * every], some[i]);
        }
    }

    private static void assertClose(String what, double ours, Object golden) {
        double expected = ((Number) golden).doubleValue();
        assertThat(ours).as(what).isCloseTo(expected, Offset.offset(1e-4 * Math.max(1, Math.abs(expected))));
    }
}

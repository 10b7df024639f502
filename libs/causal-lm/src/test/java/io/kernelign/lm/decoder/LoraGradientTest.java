package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("shared")
class LoraGradientTest {

    private static final Offset<Float> PARITY = Offset.offset(1e-5f);
    private static final Map<String, Object> GOLDEN = Golden.read("dpo_lora.json");

    private static List<PackedRows.Row> pairs() {
        return Golden.objects(GOLDEN.get("pairs")).stream()
                .map(pair -> new PackedRows.Row(
                        Golden.longs(pair.get("prompt")),
                        Golden.longs(pair.get("chosen")),
                        Golden.longs(pair.get("rejected"))))
                .toList();
    }

    /** The adapter whose numbers the oracle makes by the same formula. */
    private static Lora adapter(ModelConfig config) {
        int rank = ((Number) GOLDEN.get("rank")).intValue();
        double alpha = ((Number) GOLDEN.get("alpha")).doubleValue();
        double amplitude = ((Number) GOLDEN.get("amplitude")).doubleValue();
        var settings = new LoraSettings(rank, alpha, 0, EnumSet.allOf(Projection.class));
        var modules = new ArrayList<String>();
        return Lora.create(config, settings, (name, shape) -> {
            boolean isA = name.endsWith("lora_A.weight");
            if (isA) {
                modules.add(name);
            }
            int n = modules.size() - 1;
            var values = new float[(int) (shape[0] * shape[1])];
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    double angle = 0.37 * i + j + n;
                    values[(int) (i * shape[1] + j)] = (float) (amplitude * (isA ? Math.sin(angle) : Math.cos(angle)));
                }
            }
            return values;
        });
    }

    private static Tensor sums(Decoder decoder, Adapter adapter, PackedRows rows) {
        var predictors = rows.predictors(rows.hidden(decoder, adapter));
        return rows.sumByResponse(TokenLogProbs.differentiable(predictors, decoder.head(), rows.targets()));
    }

    private static Tensor dpoLoss(Tensor policy, Tensor reference) {
        var ratios = policy.minus(reference);
        var margin = ratios.slice(1, 0, 1).minus(ratios.slice(1, 1, 2));
        return margin.times(0.1).logSigmoid().mean().negated();
    }

    @Test
    void dpo_loss_and_lora_gradients_are_those_of_pytorch() {
        try (var decoder = Golden.stories260k();
                var lora = adapter(decoder.config());
                var scope = Scope.recording()) {
            var rows = PackedRows.of(pairs());
            var reference = sums(decoder, Adapter.NONE, rows);
            var policy = sums(decoder, lora, rows);
            assertClose(
                    column(reference, 0), Golden.object(GOLDEN.get("reference")).get("chosen"), 1e-4f);
            assertClose(column(policy, 1), Golden.object(GOLDEN.get("policy")).get("rejected"), 1e-4f);

            var loss = dpoLoss(policy, reference);
            loss.backward();

            assertThat((float) loss.item()).isCloseTo(((Number) GOLDEN.get("loss")).floatValue(), PARITY);
            var gradients = Golden.object(GOLDEN.get("gradients"));
            assertThat(gradients).isNotEmpty();
            gradients.forEach((name, expected) -> assertClose(
                    lora.named().get(peftName(name)).gradient().floats(), valuesOf(expected), PARITY.value));
        }
    }

    private static String peftName(String name) {
        var module = name.substring(0, name.lastIndexOf('.'));
        var side = name.substring(name.lastIndexOf('.') + 1);
        return "base_model.model." + module + ".lora_" + side + ".weight";
    }

    private static float[] column(Tensor sums, int column) {
        return sums.slice(1, column, column + 1).floats();
    }

    private static float[] valuesOf(Object expected) {
        return Golden.floats(expected);
    }

    private static void assertClose(float[] ours, Object golden, float tolerance) {
        assertClose(ours, Golden.floats(golden), tolerance);
    }

    private static void assertClose(float[] ours, float[] golden, float tolerance) {
        assertThat(ours).hasSameSizeAs(golden);
        for (int i = 0; i < golden.length; i++) {
            assertThat(ours[i]).isCloseTo(golden[i], Offset.offset(tolerance));
        }
    }
}

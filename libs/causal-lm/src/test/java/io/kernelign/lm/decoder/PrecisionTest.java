package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.lora.Lora;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrecisionTest {

    static List<FamilyCase> cases() {
        return FamilyCase.all();
    }

    @ParameterizedTest
    @CsvSource({
        "flags : fpu avx2 avx512f avx512_bf16 avx512_fp16 amx_bf16 amx_tile, BFLOAT16",
        "flags : fpu avx2 avx512f avx512_bf16, BFLOAT16",
        "flags : fpu avx2 avx512f avx512_bf16 avx512_fp16, FLOAT32",
        "flags : fpu avx2 avx512f, FLOAT32",
        "model name : amx_bf16, FLOAT32",
        "Features : fp asimd bf16, FLOAT32"
    })
    void the_fastest_is_bfloat16_where_the_processor_multiplies_it_faster(String line, Precision precision) {
        assertThat(Precision.ofProcessor("processor : 0\n" + line + "\nbogomips : 1"))
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({"70, FLOAT32", "75, FLOAT32", "80, BFLOAT16", "90, BFLOAT16", "120, BFLOAT16"})
    void the_fastest_is_bfloat16_on_gpus_that_multiply_it(int capability, Precision precision) {
        assertThat(Precision.ofGpu(capability)).isEqualTo(precision);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_family_computes_nearly_the_same_in_bfloat16_and_its_adapter_has_float32_gradients(FamilyCase model) {
        try (var wide = model.decoder();
                var narrow = model.decoder(Precision.BFLOAT16);
                var lora = FamilyCase.adapter(wide)) {
            var expected = gradients(wide, lora);
            var computed = gradients(narrow, lora);

            assertThat(computed[0]).isCloseTo(expected[0], within(0.05 * Math.max(1, Math.abs(expected[0]))));
            double error = 0;
            double size = 0;
            for (int i = 1; i < expected.length; i++) {
                error += Math.pow(computed[i] - expected[i], 2);
                size += Math.pow(expected[i], 2);
            }
            assertThat(Math.sqrt(error / size)).isLessThan(0.1).isGreaterThan(0);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weights_that_are_widened_give_the_numbers_of_float32_weights_rounded_to_bfloat16(FamilyCase model) {
        try (var widened = model.decoder(Precision.WIDENED);
                var rounded = new Decoder(widened.config(), rounded(widened.weights()));
                var lora = FamilyCase.adapter(widened);
                var scope = Scope.plain()) {
            var rows = PackedRows.of(List.of(FamilyCase.pair()));
            for (var adapter : List.of(Adapter.NONE, lora)) {
                var expected = rounded.head().logits(rows.hidden(rounded, adapter));
                var computed = widened.head().logits(rows.hidden(widened, adapter));

                assertThat(computed.floats()).containsExactly(expected.floats(), within(1e-6f));
            }
        }
    }

    private static Weights rounded(Weights kept) {
        var tensors = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            kept.tensors()
                    .forEach((name, tensor) ->
                            tensors.put(name, tensor.to(DType.FLOAT32).plus(0).retain()));
        }
        return new Weights(tensors);
    }

    @Test
    void layers_that_widen_their_weights_are_not_recorded_several_at_once() {
        try (var decoder = cases().get(0).decoder(Precision.WIDENED);
                var lora = FamilyCase.adapter(decoder);
                var scope = Scope.recording()) {
            var rows = PackedRows.of(List.of(FamilyCase.pair()));

            assertThatThrownBy(() -> rows.hidden(decoder, lora))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("layers that widen their weights are differentiated one at a time");
        }
    }

    /** Mean log-probability of a pair's tokens, then its derivative by every number of the adapter. */
    private static double[] gradients(Decoder decoder, Lora lora) {
        try (var scope = Scope.recording()) {
            lora.parameters().forEach(Tensor::clearGradient);
            var rows = PackedRows.of(List.of(FamilyCase.pair()));
            var perToken = TokenLogProbs.differentiable(
                    rows.predictors(rows.hidden(decoder, lora)), decoder.head(), rows.targets());
            var mean = perToken.mean();
            mean.backward();
            var values = new ArrayList<Double>(List.of(mean.item()));
            for (var parameter : lora.parameters()) {
                assertThat(parameter.gradient().dtype()).isEqualTo(DType.FLOAT32);
                for (float value : parameter.gradient().floats()) {
                    values.add((double) value);
                }
            }
            return values.stream().mapToDouble(value -> value).toArray();
        }
    }
}

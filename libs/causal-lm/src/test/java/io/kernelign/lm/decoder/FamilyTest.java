package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tiny checkpoint of every architecture and rotary scaling computes what transformers and PEFT compute. */
class FamilyTest {

    private static final Offset<Float> PARITY = Offset.offset(1e-4f);
    private static final long[] NOTHING = {};

    static Stream<FamilyCase> cases() {
        return FamilyCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logits_are_those_of_transformers(FamilyCase model) {
        var tokens = FamilyCase.tokens();
        try (var decoder = model.decoder();
                var scope = Scope.plain()) {
            var row = PackedRows.of(List.of(new PackedRows.Row(tokens, NOTHING, NOTHING)));
            var logits = decoder.head().logits(row.hidden(decoder, Adapter.NONE));
            var expected = (List<?>) model.golden().get("logits");
            var positions = FamilyCase.positions();
            for (int i = 0; i < positions.length; i++) {
                assertClose(
                        logits.slice(0, positions[i], positions[i] + 1),
                        expected.get(i),
                        "logits at position " + positions[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void log_probabilities_of_a_packed_pair_are_those_of_two_rows(FamilyCase model) {
        try (var decoder = model.decoder();
                var scope = Scope.plain()) {
            var rows = PackedRows.of(List.of(FamilyCase.pair()));
            var predictors = rows.predictors(rows.hidden(decoder, Adapter.NONE));
            assertLogProbabilities(
                    TokenLogProbs.values(predictors, decoder.head(), rows.targets()),
                    model.golden().get("logProbabilities"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void log_probabilities_and_gradients_of_an_adapter_on_every_projection_are_those_of_peft(FamilyCase model) {
        try (var decoder = model.decoder();
                var lora = FamilyCase.adapter(decoder);
                var scope = Scope.recording()) {
            var rows = PackedRows.of(List.of(FamilyCase.pair()));
            var perToken = TokenLogProbs.differentiable(
                    rows.predictors(rows.hidden(decoder, lora)), decoder.head(), rows.targets());
            assertLogProbabilities(perToken, model.golden().get("adapted"));

            var sums = rows.sumByResponse(perToken);
            sums.slice(1, 0, 1).minus(sums.slice(1, 1, 2)).sum().times(0.1).backward();
            var gradients = Golden.object(model.golden().get("gradients"));
            assertThat(lora.named().keySet()).isEqualTo(gradients.keySet());
            lora.named().forEach((name, leaf) -> assertClose(leaf.gradient(), gradients.get(name), name));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void greedy_continuation_over_a_cache_is_that_of_transformers(FamilyCase model) {
        var greedy = Golden.object(model.golden().get("greedy"));
        var expected = Golden.longs(greedy.get("continuation"));
        try (var decoder = model.decoder()) {
            assertThat(Greedy.together(decoder, expected.length, Golden.longs(greedy.get("prompt"))))
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void prompts_of_different_lengths_that_are_continued_together_go_on_as_each_does_alone(FamilyCase model) {
        var prompts = Stream.of(3, 14, 1, 8)
                .map(length -> Arrays.copyOf(FamilyCase.tokens(), length))
                .toArray(long[][]::new);
        try (var decoder = model.decoder()) {
            var together = Greedy.together(decoder, 12, prompts);
            for (int i = 0; i < prompts.length; i++) {
                assertThat(Greedy.together(decoder, 12, prompts[i])).containsExactly(together.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_sequence_read_token_by_token_over_a_cache_has_the_logits_of_one_read_at_once(FamilyCase model) {
        var tokens = LongStream.of(FamilyCase.tokens()).limit(14).toArray();
        try (var decoder = model.decoder();
                var lora = FamilyCase.adapter(decoder);
                var cache = new KeyValueCache(tokens.length);
                var scope = Scope.plain()) {
            var row = PackedRows.of(List.of(new PackedRows.Row(tokens, NOTHING, NOTHING)));
            var atOnce = row.hidden(decoder, lora);
            for (int i = 0; i < tokens.length; i++) {
                var alone = CachedRows.read(List.of(new CachedRows.Row(cache, tokens[i])), decoder, lora);
                var expected = atOnce.slice(0, i, i + 1L).floats();
                assertThat(alone.floats()).as("position %d", i).hasSize(expected.length);
                for (int j = 0; j < expected.length; j++) {
                    assertThat(alone.floats()[j]).isCloseTo(expected[j], PARITY);
                }
            }
        }
    }

    private static void assertLogProbabilities(Tensor perToken, Object expected) {
        var responses = Golden.object(expected);
        long chosen = FamilyCase.pair().chosen().length;
        assertClose(perToken.slice(0, 0, chosen), responses.get("chosen"), "chosen");
        assertClose(perToken.slice(0, chosen, perToken.size(0)), responses.get("rejected"), "rejected");
    }

    private static void assertClose(Tensor tensor, Object golden, String what) {
        var ours = tensor.floats();
        var expected = Golden.floats(golden);
        assertThat(ours).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(ours[i]).as("%s, element %d", what, i).isCloseTo(expected[i], PARITY);
        }
    }
}

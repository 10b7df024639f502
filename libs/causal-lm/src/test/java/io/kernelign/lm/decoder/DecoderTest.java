package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecoderTest {

    private static final Offset<Float> PARITY = Offset.offset(1e-4f);

    private static Tensor logits(Decoder decoder, long[] tokens) {
        var positions = LongStream.range(0, tokens.length).toArray();
        var row = PackedRows.of(List.of(new PackedRows.Row(tokens, new long[0], new long[0])));
        return decoder.head().logits(decoder.hidden(tokens, positions, row, Adapter.NONE));
    }

    private static void assertClose(float[] ours, float[] golden) {
        assertThat(ours).hasSameSizeAs(golden);
        for (int i = 0; i < golden.length; i++) {
            assertThat(ours[i]).isCloseTo(golden[i], PARITY);
        }
    }

    @Test
    @Tag("shared")
    void logits_of_stories260k_are_those_of_transformers() {
        try (var decoder = Golden.stories260k();
                var scope = Scope.plain()) {
            for (var expected : Golden.objects(Golden.read("stories260k.json").get("cases"))) {
                var ours = logits(decoder, Golden.longs(expected.get("tokens")));
                var positions = Golden.longs(expected.get("positions"));
                var rows = (List<?>) expected.get("logits");
                for (int i = 0; i < positions.length; i++) {
                    assertClose(ours.slice(0, positions[i], positions[i] + 1).floats(), Golden.floats(rows.get(i)));
                }
            }
        }
    }

    @Test
    @Tag("shared")
    void greedy_continuation_of_stories260k_is_that_of_transformers() {
        try (var decoder = Golden.stories260k()) {
            var greedy = Golden.object(Golden.read("stories260k.json").get("greedy"));
            var expected = Golden.longs(greedy.get("continuation"));
            assertThat(Greedy.together(decoder, expected.length, Golden.longs(greedy.get("prompt"))))
                    .containsExactly(expected);
        }
    }

    @Test
    @Tag("smollm2")
    void logits_of_smollm2_are_those_of_transformers() {
        var golden = Golden.read("smollm2.json");
        var tokens = Golden.longs(golden.get("tokens"));
        try (var decoder = Golden.smollm2();
                var scope = Scope.plain()) {
            var ours = logits(decoder, tokens);
            var entries = Golden.longs(golden.get("entries"));
            for (var expected : Golden.objects(golden.get("positions"))) {
                int position = ((Number) expected.get("position")).intValue();
                var row = ours.slice(0, position, position + 1).floats();
                assertClose(pick(row, Golden.longs(expected.get("top"))), Golden.floats(expected.get("topLogits")));
                assertClose(pick(row, entries), Golden.floats(expected.get("entryLogits")));
            }
        }
    }

    @Test
    @Tag("smollm2")
    void greedy_continuations_of_smollm2_are_those_of_transformers_alone_and_together() {
        var golden = Golden.read("smollm2.json");
        var question = Golden.longs(golden.get("tokens"));
        var story = Golden.longs(golden.get("longTokens"));
        try (var decoder = Golden.smollm2()) {
            var alone = Stream.of(question, story)
                    .map(prompt -> Greedy.together(decoder, 64, prompt).get(0))
                    .toList();
            var together = Greedy.together(decoder, 64, question, story);
            for (var continuations : List.of(alone, together)) {
                assertThat(continuations.get(0)).startsWith(Golden.longs(golden.get("greedy")));
                assertThat(continuations.get(1)).isEqualTo(Golden.longs(golden.get("longGreedy")));
            }
        }
    }

    private static float[] pick(float[] row, long[] entries) {
        var picked = new float[entries.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = row[(int) entries[i]];
        }
        return picked;
    }
}

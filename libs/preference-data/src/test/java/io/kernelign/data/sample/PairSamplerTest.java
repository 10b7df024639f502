package io.kernelign.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSamplerTest {

    /** 100 pairs on ten questions, of which every tenth is held out. */
    private static final List<PreferencePair> PAIRS = IntStream.range(0, 100)
            .mapToObj(i -> new PreferencePair(
                    Integer.toString(i),
                    said(Role.USER, "question " + i % 10),
                    said(Role.ASSISTANT, "answer " + i),
                    said(Role.ASSISTANT, "no answer"),
                    null,
                    null,
                    1,
                    i % 10 == 9 ? Split.HELD_OUT : Split.TRAIN))
            .toList();

    private static List<Message> said(Role role, String text) {
        return List.of(new Message(role, text));
    }

    private static InputStream canonical() throws IOException {
        var canonical = new ByteArrayOutputStream();
        try (var writer = new PairWriter(canonical)) {
            for (var pair : PAIRS) {
                writer.write(pair);
            }
        }
        return new ByteArrayInputStream(canonical.toByteArray());
    }

    private PairSample draw(int limit, long seed) throws IOException {
        return PairSampler.draw(canonical(), 90, limit, seed);
    }

    @Test
    void prompts_of_held_out_pairs_are_found_among_others() throws IOException {
        assertThat(PairSampler.heldOutPrompts(canonical(), Set.of("question 8", "question 9", "answer 9")))
                .containsExactly("question 9");
    }

    @Test
    void everything_is_drawn_when_the_limit_allows_it_but_held_out_pairs_never() throws IOException {
        var sample = draw(1000, 1);

        assertThat(sample.pairs()).hasSize(90);
        assertThat(sample.pairs()).extracting(EmbeddedPair::line).isSorted().allSatisfy(line -> assertThat(
                        PAIRS.get(line).split())
                .isEqualTo(Split.TRAIN));
    }

    @Test
    void a_sample_has_the_size_of_the_limit_the_order_of_the_upload_and_is_fixed_by_its_seed() throws IOException {
        var sample = draw(30, 5);

        assertThat(sample.pairs())
                .hasSize(30)
                .extracting(EmbeddedPair::line)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(draw(30, 5)).isEqualTo(sample);
        assertThat(draw(30, 6).pairs()).isNotEqualTo(sample.pairs());
    }

    @Test
    void a_smaller_sample_is_the_beginning_of_a_larger_one() throws IOException {
        var large = draw(60, 5);

        assertThat(large.ranks())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60).boxed().toList());
        assertThat(large.first(30))
                .extracting(EmbeddedPair::line)
                .isEqualTo(draw(30, 5).pairs().stream().map(EmbeddedPair::line).toList());
    }

    @Test
    void every_pair_is_drawn_equally_often() throws IOException {
        var firstHalf = 0;
        for (int seed = 0; seed < 200; seed++) {
            firstHalf += (int) draw(30, seed).pairs().stream()
                    .filter(pair -> pair.line() < 50)
                    .count();
        }

        assertThat(firstHalf).isBetween(2800, 3200);
    }

    @Test
    void an_identical_text_is_there_once_and_the_pairs_point_to_their_texts() throws IOException {
        var sample = draw(1000, 1);

        assertThat(sample.texts()).doesNotHaveDuplicates().hasSize(9 + 90 + 1);
        for (var pair : sample.pairs()) {
            var original = PAIRS.get(pair.line());
            assertThat(sample.texts().get(pair.prompt()))
                    .isEqualTo(original.prompt().get(0).content());
            assertThat(sample.texts().get(pair.chosen()))
                    .isEqualTo(original.chosen().get(0).content());
            assertThat(sample.texts().get(pair.rejected()))
                    .isEqualTo(original.rejected().get(0).content());
        }
    }
}

package io.kernelign.selector.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.pair.Split;
import io.kernelign.selector.GeneratedPairs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PairSamplerTest {

    private final GeneratedPairs data = GeneratedPairs.of(90, 1);

    private PairSample draw(int limit, long seed) throws IOException {
        return PairSampler.draw(data.canonical(), 90, limit, seed);
    }

    @Test
    void everything_is_drawn_when_the_limit_allows_it_but_held_out_pairs_never() throws IOException {
        var sample = draw(1000, 1);

        assertThat(sample.pairs()).hasSize(90);
        assertThat(sample.pairs()).extracting(EmbeddedPair::line).isSorted().allSatisfy(line -> assertThat(
                        data.pairs().get(line).split())
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

        assertThat(sample.texts()).doesNotHaveDuplicates().hasSizeLessThan(3 * 90);
        for (var pair : sample.pairs()) {
            var original = data.pairs().get(pair.line());
            assertThat(sample.texts().get(pair.prompt()))
                    .isEqualTo(original.prompt().get(0).content());
            assertThat(sample.texts().get(pair.chosen()))
                    .isEqualTo(original.chosen().get(0).content());
            assertThat(sample.texts().get(pair.rejected()))
                    .isEqualTo(original.rejected().get(0).content());
        }
    }
}

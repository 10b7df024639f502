package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLogProbsTest {

    private static final int N = 7;
    private static final int WIDTH = 5;
    private static final int VOCABULARY = 11;
    private static final long[] TOKENS = {0, 10, 3, 3, 7, 1, 9};

    @ParameterizedTest
    @ValueSource(ints = {1, 3, N, 100})
    void values_are_the_log_softmax_at_the_token_whatever_the_chunk(int chunk) {
        try (var scope = Scope.plain()) {
            var values = Primitives.tokenLogProbs(hidden(), head(), Tensors.of(TOKENS), chunk, false, 0);
            assertThat(values).hasSize(1);
            Samples.assertClose(values.get(0).floats(), twin(hidden()).floats(), 1e-5f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, N, 100})
    void slopes_are_the_gradient_of_each_value_by_its_hidden_state(int chunk) {
        try (var scope = Scope.recording()) {
            var hidden = hidden().requireGradient();
            twin(hidden).sum().backward();
            var both = Primitives.tokenLogProbs(hidden, head(), Tensors.of(TOKENS), chunk, true, 0);
            Samples.assertClose(both.get(0).floats(), twin(hidden).floats(), 1e-5f);
            Samples.assertClose(both.get(1).floats(), hidden.gradient().floats(), 1e-5f);
        }
    }

    @Test
    void backward_through_the_slopes_is_backward_through_the_log_softmax() {
        Samples.assertTwins(
                in -> {
                    var both = Primitives.tokenLogProbs(in.get(0), head(), Tensors.of(TOKENS), 3, true, 0);
                    return Primitives.withSlopes(both.get(0), both.get(1), in.get(0));
                },
                in -> twin(in.get(0)),
                new long[] {N, WIDTH});
    }

    @Test
    void a_soft_cap_bends_the_logits_and_their_slopes() {
        Samples.assertTwins(
                in -> {
                    var both = Primitives.tokenLogProbs(in.get(0), head(), Tensors.of(TOKENS), 3, true, 1.5);
                    return Primitives.withSlopes(both.get(0), both.get(1), in.get(0));
                },
                in -> {
                    var logits = in.get(0).matmul(head().transpose(0, 1));
                    var tanh = logits.times(2 / 1.5).sigmoid().times(2).minus(1);
                    return tanh.times(1.5).logSoftmax(-1).pick(Tensors.of(TOKENS));
                },
                new long[] {N, WIDTH});
    }

    @Test
    void nothing_of_the_logits_is_recorded() {
        try (var scope = Scope.recording()) {
            var hidden = hidden().requireGradient();
            var values = Primitives.tokenLogProbs(hidden, head(), Tensors.of(TOKENS), 3, false, 0);
            assertThatThrownBy(() -> values.get(0).sum().backward()).hasMessageContaining("does not require grad");
        }
    }

    @Test
    void large_logits_neither_overflow_nor_vanish() {
        try (var scope = Scope.plain()) {
            var values = Primitives.tokenLogProbs(hidden().times(1e4), head(), Tensors.of(TOKENS), 3, true, 0);
            Samples.assertClose(
                    values.get(0).over(1e4).floats(),
                    twin(hidden().times(1e4)).over(1e4).floats(),
                    1e-5f);
            for (var slope : values.get(1).floats()) {
                assertThat(slope).isFinite();
            }
        }
    }

    private static Tensor hidden() {
        return Samples.normal(1, N, WIDTH);
    }

    private static Tensor head() {
        return Samples.normal(2, VOCABULARY, WIDTH);
    }

    private static Tensor twin(Tensor hidden) {
        return hidden.matmul(head().transpose(0, 1)).logSoftmax(-1).pick(Tensors.of(TOKENS));
    }
}

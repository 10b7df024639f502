package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.Head;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.divergence.Estimator;
import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadPassTest {

    private static final int TOKENS = 9;
    private static final double SOFT_CAP = 2;
    private static final int WIDTH = TinyTask.CONFIG.hiddenSize();

    private static Decoder model;
    private static Heads heads;

    @BeforeAll
    static void open() {
        model = TinyTask.model();
        heads = frozen(model.head());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Heads frozen(Head policy) {
        return new Heads(
                policy, model.head(), false, new Vocabulary(model.weights().get(ModelTensors.EMBEDDING)));
    }

    static List<Object> divergences() {
        var transport = Map.<String, Object>of(
                "name", "wasserstein", "k", 64, "epsilon", 0.5, "tolerance", 1e-7, "maxIterations", 10_000);
        return List.of(
                "kl",
                "jensen_shannon",
                "hellinger",
                "renyi",
                Map.of("name", "f", "generator", "jeffreys"),
                transport,
                Map.of(
                        "name",
                        "mixture",
                        "parts",
                        List.of(
                                Map.of("weight", 0.25, "divergence", transport),
                                Map.of("weight", 0.5, "divergence", "hellinger"),
                                Map.of("weight", 0.25, "divergence", "kl"))));
    }

    private static Tensor hidden(long seed) {
        var random = new Random(seed);
        var values = new float[TOKENS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensors.of(values, TOKENS, WIDTH);
    }

    private static Tensor targets() {
        return Tensors.of(new Random(3).longs(TOKENS, 0, 64).toArray());
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void log_probabilities_and_their_slopes_are_those_without_a_divergence(Object options) {
        try (var scope = Scope.recording()) {
            var with = hidden(1).requireGradient();
            var without = hidden(1).requireGradient();
            var pass = new HeadPass(heads, with, hidden(2)).differentiable(targets(), Divergences.ALL.read(options));
            var plain = TokenLogProbs.differentiable(without, model.head(), targets());
            pass.logProbs().sum().backward();
            plain.sum().backward();

            assertThat(pass.logProbs().doubles()).containsExactly(plain.doubles(), within(1e-5));
            assertThat(with.gradient().doubles())
                    .containsExactly(without.gradient().doubles(), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void neither_value_nor_slope_depends_on_the_chunk(Object options) {
        var divergence = Divergences.ALL.read(options);
        try (var scope = Scope.recording()) {
            var together = hidden(1).requireGradient();
            var whole = trained(together, divergence);
            whole.sum().backward();
            for (int chunk : new int[] {1, 4}) {
                var apart = hidden(1).requireGradient();
                var head = model.head().inChunks(chunk);
                var pieces = new HeadPass(frozen(head), apart, hidden(2))
                        .differentiable(targets(), divergence)
                        .divergence()
                        .orElseThrow();
                pieces.sum().backward();

                assertThat(pieces.doubles()).containsExactly(whole.doubles(), within(1e-5));
                assertThat(apart.gradient().doubles())
                        .containsExactly(together.gradient().doubles(), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void the_divergences_slope_is_that_of_finite_differences(Object options) {
        var divergence = Divergences.ALL.read(options);
        try (var scope = Scope.recording()) {
            var policy = hidden(1).requireGradient();
            trained(policy, divergence).sum().backward();
            var slope = policy.gradient().doubles();
            float step = 2e-2f;

            for (int i = 0; i < TOKENS * WIDTH; i += 7) {
                double difference = (nudged(divergence, i, step) - nudged(divergence, i, -step)) / (2 * step);
                assertThat(slope[i]).isCloseTo(difference, within(5e-3 * Math.max(0.1, Math.abs(difference))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void the_gradient_of_a_capped_head_that_trains_is_that_of_finite_differences(Object options) {
        var regulariser = new Regulariser(Divergences.ALL.read(options), 1, Estimator.FULL);
        try (var scope = Scope.recording()) {
            var weight = weight(0, 0).requireGradient();
            var trained = new Heads(new Head(weight, SOFT_CAP), model.head(), true, heads.vocabulary());
            var said = new Reference.Said(hidden(2), hidden(2), Optional.of(hidden(2)));
            var terms = ResponseTerms.of(regulariser, trained, hidden(1), targets(), said);
            loss(terms).backward();
            terms.head().orElseThrow().accumulate();
            var gradient = weight.gradient().doubles();

            double step = 2e-2;
            for (int i = 0; i < gradient.length; i += 97) {
                double difference = (lossOf(i, step, options) - lossOf(i, -step, options)) / (2 * step);
                assertThat(gradient[i])
                        .as("element %d", i)
                        .isCloseTo(difference, within(5e-3 * Math.max(0.1, Math.abs(difference))));
            }
        }
    }

    /** Something that both terms take part in, and not every token alike. */
    private static Tensor loss(ResponseTerms terms) {
        var factors = Tensors.of(new float[] {1, -2, 0.5f, 1, 3, -1, 2, 0.1f, 1}, TOKENS);
        return terms.logProbs()
                .times(factors)
                .sum()
                .plus(terms.divergence().orElseThrow().times(factors.square()).sum());
    }

    private static double lossOf(int element, double nudge, Object options) {
        var nudged = frozen(new Head(weight(element, nudge), SOFT_CAP));
        return loss(new HeadPass(nudged, hidden(1), hidden(2)).differentiable(targets(), Divergences.ALL.read(options)))
                .item();
    }

    private static Tensor weight(int element, double nudge) {
        var values = model.head().weight().floats();
        values[element] += (float) nudge;
        return Tensors.of(values, model.head().weight().shape());
    }

    private static double nudged(Divergence divergence, int index, float step) {
        var values = hidden(1).floats();
        values[index] += step;
        return trained(Tensors.of(values, TOKENS, WIDTH), divergence).sum().item();
    }

    private static Tensor trained(Tensor policy, Divergence divergence) {
        return new HeadPass(heads, policy, hidden(2))
                .differentiable(targets(), divergence)
                .divergence()
                .orElseThrow();
    }

    @Test
    void exact_values_are_reported_of_every_part_of_a_mixture() {
        try (var scope = Scope.plain()) {
            var hellinger = Divergences.ALL.read("hellinger");
            var kl = Divergences.ALL.read("kl");
            var mixture = Divergences.ALL.read(Map.of(
                    "name",
                    "mixture",
                    "parts",
                    List.of(
                            Map.of("weight", 0.5, "divergence", "hellinger"),
                            Map.of("weight", 0.5, "divergence", "kl"))));

            var exact = new HeadPass(heads, hidden(1), hidden(2)).exact(List.of(hellinger, kl, mixture));

            assertThat(exact.get(2).doubles())
                    .containsExactly(exact.get(0).plus(exact.get(1)).times(0.5).doubles(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void a_token_whose_logits_are_no_numbers_has_neither_value_nor_influence_on_the_others(Object options) {
        try (var scope = Scope.plain()) {
            var values = hidden(1).floats();
            values[0] = Float.NaN;
            var divergence = Divergences.ALL.read(options);
            var sound = trained(hidden(1), divergence).doubles();

            var broken = trained(Tensors.of(values, TOKENS, WIDTH), divergence).doubles();

            assertThat(broken[0]).isNaN();
            for (int i = 1; i < TOKENS; i++) {
                assertThat(broken[i]).isCloseTo(sound[i], within(1e-6));
            }
        }
    }
}

package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadPassTest {

    private static final int TOKENS = 9;
    private static final int WIDTH = TinyTask.CONFIG.hiddenSize();

    private static Decoder model;

    @BeforeAll
    static void open() {
        model = TinyTask.model();
    }

    @AfterAll
    static void close() {
        model.close();
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
            var pass = new HeadPass(model, with, hidden(2)).differentiable(targets(), Divergences.ALL.read(options));
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

    private static double nudged(Divergence divergence, int index, float step) {
        var values = hidden(1).floats();
        values[index] += step;
        return trained(Tensors.of(values, TOKENS, WIDTH), divergence).sum().item();
    }

    private static Tensor trained(Tensor policy, Divergence divergence) {
        return new HeadPass(model, policy, hidden(2))
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

            var exact = new HeadPass(model, hidden(1), hidden(2)).exact(List.of(hellinger, kl, mixture));

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

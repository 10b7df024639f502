package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contextual bandit: 32 arms, 2,000 Bradley-Terry pairs, a policy that is linear in the context. */
class KernelCollapseTest {

    private static final int PAIRS = 2000;
    private static final int FEATURES = 8;
    private static final int ARMS = 32;
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void without_entropy_one_kernel_takes_all_and_with_a_little_it_does_not(String kernel) {
        var without = trained(kernel, 0);
        var with = trained(kernel, 0.02);

        assertThat(without.collapseIndex()).isGreaterThan(0.8);
        assertThat(without.polynomial()).isGreaterThan(0.9);
        assertThat(with.collapseIndex()).isLessThan(0.5);
    }

    private record Outcome(double collapseIndex, double polynomial) {}

    private static Outcome trained(String kernel, double eta) {
        var objective = Objective.TYPE.read(Map.of("kernel", Map.of("name", kernel, "weights", Map.of("eta", eta))));
        try (var outer = Scope.plain();
                var state = objective.initialState()) {
            var bandit = Bandit.of(new Random(11));
            var policy = Tensors.zeros(DType.FLOAT32, FEATURES, ARMS).requireGradient();
            var learned = List.copyOf(state.weights().values());
            var current = state;
            try (var policyOptimiser = new AdamW(List.of(policy), AdamW.Settings.DEFAULT);
                    var weightOptimiser = new AdamW(learned, AdamW.Settings.DEFAULT)) {
                for (int step = 0; step < STEPS; step++) {
                    try (var scope = Scope.recording()) {
                        var loss = objective.evaluate(PairBatch.of(bandit.pairs(policy)), current);
                        loss.total().backward();
                        policyOptimiser.step(List.of(policy.gradient()), 0.05);
                        weightOptimiser.step(
                                learned.stream().map(Tensor::gradient).toList(),
                                objective.learned().get(0).learningRate());
                        current = objective.afterStep(
                                current,
                                new StepSummary(loss.m().square().mean().item()));
                        policy.clearGradient();
                        learned.forEach(Tensor::clearGradient);
                    }
                }
            }
            var weights = objective.mixture(current).orElseThrow();
            return new Outcome(weights.collapseIndex(), weights.effective().doubles()[1]);
        }
    }

    /** Contexts [pairs, features] and the arms that were preferred and not [pairs]. */
    private record Bandit(Tensor contexts, Tensor chosen, Tensor rejected) {

        static Bandit of(Random random) {
            var quality = gaussians(random, FEATURES * ARMS);
            var contexts = gaussians(random, PAIRS * FEATURES);
            var chosen = new long[PAIRS];
            var rejected = new long[PAIRS];
            for (int pair = 0; pair < PAIRS; pair++) {
                int first = random.nextInt(ARMS);
                int second = (first + 1 + random.nextInt(ARMS - 1)) % ARMS;
                double advantage = 0;
                for (int f = 0; f < FEATURES; f++) {
                    advantage +=
                            contexts[pair * FEATURES + f] * (quality[f * ARMS + first] - quality[f * ARMS + second]);
                }
                boolean firstWins = random.nextDouble() < 1 / (1 + Math.exp(-advantage));
                chosen[pair] = firstWins ? first : second;
                rejected[pair] = firstWins ? second : first;
            }
            return new Bandit(Tensors.of(contexts, PAIRS, FEATURES), Tensors.of(chosen), Tensors.of(rejected));
        }

        private static float[] gaussians(Random random, int count) {
            var values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }

        /** The reference is indifferent between all arms. */
        PairLogProbs pairs(Tensor policy) {
            var logProbs = contexts.matmul(policy).logSoftmax(-1);
            var uniform = Tensors.full(-Math.log(ARMS), DType.FLOAT32, PAIRS);
            return PairLogProbs.ofSingleTokens(logProbs.pick(chosen), logProbs.pick(rejected), uniform, uniform);
        }
    }
}

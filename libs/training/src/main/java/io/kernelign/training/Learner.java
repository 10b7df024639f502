package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.lora.Lora;
import io.kernelign.objective.ObjectiveLoss;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Torch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What training changes: the adapter, the objective's state and the optimisers of both. */
final class Learner implements AutoCloseable {

    private final TrainingTask task;
    private final Batches batches;
    private final Reference reference;
    private final Lora policy;
    private final AdamW policyOptimiser;
    private final AdamW weightsOptimiser;
    private ObjectiveState state;

    Learner(TrainingTask task, Batches batches, Reference reference, Lora policy, ObjectiveState state) {
        this.task = task;
        this.batches = batches;
        this.reference = reference;
        this.policy = policy;
        this.state = state;
        policyOptimiser = new AdamW(policy.parameters(), AdamW.Settings.DEFAULT);
        weightsOptimiser = new AdamW(List.copyOf(state.weights().values()), AdamW.Settings.DEFAULT);
    }

    Lora policy() {
        return policy;
    }

    ObjectiveState state() {
        return state;
    }

    /** Tensors that both optimisers keep between steps. */
    List<Tensor> optimiserState() {
        var all = new ArrayList<>(policyOptimiser.state());
        all.addAll(weightsOptimiser.state());
        return all;
    }

    /** One optimiser step over the given batches; answers its metrics. */
    Map<String, Double> step(long step, List<Integer> batchesOfStep, double learningRate, double progress) {
        long started = System.nanoTime();
        Torch.seed(task.training().seed() * 1_000_003L + step);
        int pairs = batchesOfStep.stream().mapToInt(i -> batches.get(i).size()).sum();
        var sums = new StepSums(pairs, task.objective().beta());
        for (int batch : batchesOfStep) {
            accumulate(batch, pairs, sums, progress);
        }
        double norm = update(learningRate);
        state = task.objective().afterStep(state, sums.summary());

        var metrics = new LinkedHashMap<>(sums.metrics());
        metrics.put("learning_rate", learningRate);
        metrics.put("gradient_norm", norm);
        metrics.put("tokens_per_second", sums.tokens() / ((System.nanoTime() - started) / 1e9));
        MixtureMetrics.of(task.objective(), state, metrics);
        return metrics;
    }

    private void accumulate(int batch, int pairsOfStep, StepSums sums, double progress) {
        try (var scope = Scope.recording()) {
            var rows = PackedRows.of(
                    batches.get(batch).stream().map(EncodedPair::row).toList());
            ObjectiveLoss loss = BatchLoss.of(
                    task.objective(),
                    state,
                    task.model(),
                    policy.withDropout(),
                    rows,
                    reference.of(batch, rows),
                    progress);
            loss.total().times((double) rows.rows() / pairsOfStep).backward();
            sums.add(loss, rows);
        }
    }

    private double update(double learningRate) {
        try (var scope = Scope.plain()) {
            var gradients = policy.parameters().stream().map(Tensor::gradient).toList();
            double norm = Primitives.clipByNorm(gradients, task.training().clipNorm());
            policyOptimiser.step(gradients, learningRate);
            policy.parameters().forEach(Tensor::clearGradient);
            task.objective().weightsLearningRate().ifPresent(rate -> {
                var weights = state.weights().values();
                weightsOptimiser.step(weights.stream().map(Tensor::gradient).toList(), rate);
                weights.forEach(Tensor::clearGradient);
            });
            return norm;
        }
    }

    @Override
    public void close() {
        policyOptimiser.close();
        weightsOptimiser.close();
        policy.close();
        state.close();
    }
}

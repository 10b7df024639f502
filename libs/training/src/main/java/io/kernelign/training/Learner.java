package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.training.memory.SystemFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What training changes: the policy, the objective's state, the optimisers of both and the count of skipped steps. */
final class Learner implements AutoCloseable {

    private final TrainingTask task;
    private final Batches batches;
    private final Reference reference;
    private final Optional<Reserve> reserve;
    private final Optional<Semantics> semantics;
    private final BatchSemantics signal;
    private final Policy policy;
    private final Heads heads;
    private final AdamW policyOptimiser;
    private final WeightsOptimiser weightsOptimiser;
    private final PackageEnergy energy = new PackageEnergy(SystemFiles.HERE);
    private ObjectiveState state;
    private final boolean recomputes;
    private SkippedSteps skipped;
    private Optional<NotFinite> notFinite = Optional.empty();

    Learner(
            TrainingTask task,
            Batches batches,
            Reference reference,
            Policy policy,
            ObjectiveState state,
            Optional<Semantics> semantics,
            SkippedSteps skipped) {
        this.task = task;
        this.batches = batches;
        this.reference = reference;
        this.policy = policy;
        heads = Heads.of(policy, task.model());
        this.state = state;
        this.semantics = semantics;
        this.skipped = skipped;
        recomputes = task.training().gradientCheckpointing() == GradientCheckpointing.ON;
        signal = Semantics.on(semantics, batches);
        reserve = task.objective().reserve().map(settings -> new Reserve(task, settings, semantics));
        policyOptimiser = new AdamW(policy.parameters(), AdamW.Settings.DEFAULT);
        weightsOptimiser = new WeightsOptimiser(task.objective().learned(), state);
    }

    Policy policy() {
        return policy;
    }

    ObjectiveState state() {
        return state;
    }

    Optional<Semantics> semantics() {
        return semantics;
    }

    SkippedSteps skipped() {
        return skipped;
    }

    /** Why the latest step was skipped; empty when it was made. */
    Optional<NotFinite> notFinite() {
        return notFinite;
    }

    /** Tensors that both optimisers keep between steps. */
    List<Tensor> optimiserState() {
        var all = new ArrayList<>(policyOptimiser.state());
        all.addAll(weightsOptimiser.state());
        return all;
    }

    /**
     * One optimiser step over the given batches; answers its metrics. A step whose loss or gradient is not finite changes
     * nothing but the count of skipped steps.
     */
    Map<String, Double> step(long step, List<Integer> batchesOfStep, double learningRate, double progress) {
        var clock = new StepClock();
        energy.sinceLast();
        int pairs = batchesOfStep.stream().mapToInt(i -> batches.get(i).size()).sum();
        var sums = new StepSums(pairs, task.objective().beta());
        for (int batch : batchesOfStep) {
            accumulate(batch, pairs, sums, clock, progress, (task.training().seed() * 1_000_003L + step) * 1_000_033L);
        }
        var metrics = new LinkedHashMap<>(sums.metrics());
        var reserveLoss = clock.time(StepClock.Part.OBJECTIVE, () -> reserve.map(
                        pairsApart -> pairsApart.accumulate(step, policy, state, progress))
                .orElse(OptionalDouble.empty()));
        reserveLoss.ifPresent(loss -> metrics.put("reserve_loss", loss));
        boolean weightsLearn = reserve.isEmpty() || reserveLoss.isPresent();
        var trouble = sums.notFinite()
                .or(() -> Double.isFinite(reserveLoss.orElse(0)) ? Optional.empty() : Optional.of(NotFinite.LOSS));
        double norm =
                clock.time(StepClock.Part.OPTIMISER, () -> update(learningRate, weightsLearn, sums.summary(), trouble));
        metrics.put("learning_rate", learningRate);
        metrics.put("gradient_norm", norm);
        metrics.put("skipped_steps", (double) skipped.total());
        clock.tell(sums.tokens(), metrics);
        energy.sinceLast().ifPresent(joules -> metrics.put("energy_joules", joules));
        SystemFiles.HERE.ofProcess("VmHWM").ifPresent(bytes -> metrics.put("peak_memory_bytes", (double) bytes));
        MixtureMetrics.of(task.objective(), state, metrics);
        return metrics;
    }

    private void accumulate(int batch, int pairsOfStep, StepSums sums, StepClock clock, double progress, long seed) {
        try (var scope = Scope.recording()) {
            var rows = PackedRows.of(
                    batches.get(batch).stream().map(EncodedPair::row).toList());
            // The reference's pass is over before the policy's is recorded, so that memory never holds both.
            var said = clock.time(StepClock.Part.REFERENCE, () -> reference.of(batch, rows));
            var pass = clock.time(
                    StepClock.Part.POLICY_FORWARD,
                    () -> new PolicyPass(
                            policy.enter(reference, batch, rows), policy.inTraining(seed + batch), recomputes));
            var loss = clock.time(
                    StepClock.Part.OBJECTIVE,
                    () -> BatchLoss.of(
                            task.objective(),
                            reserve.isEmpty() ? state : state.detached(),
                            heads,
                            rows.predictors(pass.hidden()),
                            rows,
                            said,
                            signal.of(batch, rows, pass.hidden()),
                            progress));
            clock.time(StepClock.Part.BACKWARD, () -> {
                loss.backward((double) rows.rows() / pairsOfStep);
                pass.backward();
            });
            sums.add(loss.objective(), rows);
        }
    }

    /** Everything is judged before anything is changed; answers the norm of the policy's gradient before clipping. */
    private double update(double learningRate, boolean weightsLearn, StepSummary summary, Optional<NotFinite> trouble) {
        try (var scope = Scope.plain()) {
            var gradients = policy.parameters().stream().map(Tensor::gradient).toList();
            double norm = Primitives.clipByNorm(gradients, task.training().clipNorm());
            boolean finite = Double.isFinite(norm) && (!weightsLearn || finite(weightsOptimiser.gradients()));
            notFinite = trouble.or(() -> finite ? Optional.empty() : Optional.of(NotFinite.GRADIENT));
            if (notFinite.isEmpty()) {
                policyOptimiser.step(gradients, learningRate);
                if (weightsLearn) {
                    weightsOptimiser.step();
                }
                state = task.objective().afterStep(state, summary);
            }
            skipped = skipped.after(notFinite.isPresent());
            policy.parameters().forEach(Tensor::clearGradient);
            weightsOptimiser.clearGradients();
            return norm;
        }
    }

    /** Whether AdamW can take the gradients in: it squares them. */
    private static boolean finite(List<Tensor> gradients) {
        return gradients.stream()
                .allMatch(gradient -> Double.isFinite(gradient.square().sum().item()));
    }

    @Override
    public void close() {
        policyOptimiser.close();
        weightsOptimiser.close();
        reserve.ifPresent(Reserve::close);
        semantics.ifPresent(Semantics::close);
        policy.close();
        state.close();
    }
}

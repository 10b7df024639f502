package io.kernelign.training;

import io.kernelign.alignment.evaluation.DaviesBouldin;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.PairBatch;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.KullbackLeibler;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Evaluates a policy on the held-out pairs. */
final class HeldOutEvaluation {

    private static final Divergence KL = new KullbackLeibler();

    private final TrainingTask task;
    private final Batches batches;
    private final Reference reference;
    private final BatchSemantics signal;

    HeldOutEvaluation(TrainingTask task, Batches batches, Reference reference, BatchSemantics signal) {
        this.task = task;
        this.batches = batches;
        this.reference = reference;
        this.signal = signal;
    }

    /**
     * Evaluates a policy.
     *
     * @param progress share of the training that is done, 0 to 1; at 0 margins are 0 by definition and are not reported
     */
    Evaluation of(Policy policy, ObjectiveState state, double progress) {
        var pairs = new ArrayList<ScoredPair>();
        var pooled = new ArrayList<float[]>();
        var divergences = new LinkedHashMap<String, Double>();
        double loss = 0;
        for (int batch = 0; batch < batches.size(); batch++) {
            try (var scope = Scope.plain()) {
                var encoded = batches.get(batch);
                var rows = PackedRows.of(encoded.stream().map(EncodedPair::row).toList());
                var said = reference.of(batch, rows);
                var hidden = policy.enter(reference, batch, rows).hidden(policy.adapter());
                var predictors = rows.predictors(hidden);
                var perToken = TokenLogProbs.values(predictors, policy.model().head(), rows.targets());
                var sums = rows.sumByResponse(perToken);
                pairs.addAll(ScoredPair.of(encoded, sums, said.logProbs(), rows.responseLengths()));
                pooled.addAll(rowsOf(rows.poolResponses(hidden)));

                double share = (double) rows.rows() / task.heldOut().size();
                var measured = measure(rows, Heads.of(policy, task.model()), predictors, said);
                measured.forEach((name, value) -> divergences.merge(name, share * value.item(), Double::sum));
                loss += share * lossOf(rows, sums, said, measured, signal.of(batch, rows, hidden), state, progress);
            }
        }
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("loss", loss);
        metrics.putAll(PreferenceMetrics.of(pairs, task.objective().beta(), progress > 0));
        metrics.putAll(divergences);
        MixtureMetrics.of(task.objective(), state, metrics);
        var labels = IntStream.range(0, pooled.size()).map(i -> i % 2).toArray();
        DaviesBouldin.score(pooled.toArray(float[][]::new), labels)
                .ifPresent(score -> metrics.put("davies_bouldin", score));
        return new Evaluation(metrics, pairs, pooled);
    }

    /** The mean-pooled last hidden states of all responses alone, as an {@link Evaluation} has them. */
    List<float[]> pooled(Policy policy) {
        var pooled = new ArrayList<float[]>();
        for (int batch = 0; batch < batches.size(); batch++) {
            try (var scope = Scope.plain()) {
                var rows = PackedRows.of(
                        batches.get(batch).stream().map(EncodedPair::row).toList());
                var hidden = policy.enter(reference, batch, rows).hidden(policy.adapter());
                pooled.addAll(rowsOf(rows.poolResponses(hidden)));
            }
        }
        return pooled;
    }

    /** KL and the configured divergence, exact, meaned over tokens, then responses. */
    private Map<String, Tensor> measure(PackedRows rows, Heads heads, Tensor predictors, Reference.Said said) {
        var divergences = new LinkedHashMap<String, Divergence>();
        divergences.put("divergence.kl", KL);
        task.objective().divergence().ifPresent(chosen -> divergences.put("divergence.configured", chosen));
        var exact = new HeadPass(heads, predictors, said.predictors().orElseThrow())
                .exact(List.copyOf(divergences.values()));
        var measured = new LinkedHashMap<String, Tensor>();
        divergences.forEach((name, divergence) ->
                measured.put(name, BatchLoss.meanOverResponses(rows, exact.get(measured.size()))));
        return measured;
    }

    private double lossOf(
            PackedRows rows,
            Tensor sums,
            Reference.Said said,
            Map<String, Tensor> measured,
            Optional<Tensor> semantic,
            ObjectiveState state,
            double progress) {
        var divergence = task.objective().divergence().map(chosen -> measured.get("divergence.configured"));
        var pairs = BatchLoss.pairs(rows, sums, said.logProbs());
        return task.objective()
                .evaluate(new PairBatch(pairs, divergence, semantic, progress), state)
                .total()
                .item();
    }

    private static List<float[]> rowsOf(Tensor matrix) {
        return IntStream.range(0, (int) matrix.size(0))
                .mapToObj(i -> matrix.slice(0, i, i + 1L).floats())
                .toList();
    }
}

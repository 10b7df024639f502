package io.kernelign.benchmarks.objective.study.language;

import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.torch.Scope;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import java.util.Arrays;
import java.util.List;

/** The pairs that policies of one seed are tested on, in a fixed order, and what the base model says of them. */
public final class TestPairs {

    private static final int BATCH_TOKENS = 8192;

    private final Decoder model;
    private final Batches batches;
    private final double[] reference;

    public TestPairs(Decoder model, List<EncodedPair> pairs) {
        this.model = model;
        batches = Batches.of(pairs, BATCH_TOKENS, 0);
        reference = logProbs(Adapter.NONE);
    }

    /** How a policy ranks the pairs. */
    Outcome outcome(Adapter policy, double[] collapse) {
        var said = logProbs(policy);
        var correct = new boolean[said.length / 2];
        double absoluteLogRatio = 0;
        double chosenLogRatio = 0;
        for (int pair = 0; pair < correct.length; pair++) {
            double chosen = said[2 * pair] - reference[2 * pair];
            double rejected = said[2 * pair + 1] - reference[2 * pair + 1];
            correct[pair] = chosen > rejected;
            absoluteLogRatio += Math.abs(said[2 * pair] - said[2 * pair + 1]) / correct.length;
            chosenLogRatio += chosen / correct.length;
        }
        return new Outcome(correct, absoluteLogRatio, chosenLogRatio, collapse);
    }

    /** Sums over the responses, chosen before rejected, pair by pair; nats. */
    private double[] logProbs(Adapter policy) {
        var all = new double[0];
        for (int batch = 0; batch < batches.size(); batch++) {
            try (var scope = Scope.plain()) {
                var rows = PackedRows.of(
                        batches.get(batch).stream().map(EncodedPair::row).toList());
                var predictors = rows.predictors(rows.hidden(model, policy));
                var perToken = TokenLogProbs.values(predictors, model.head(), rows.targets());
                var sums = rows.sumByResponse(perToken).doubles();
                int before = all.length;
                all = Arrays.copyOf(all, before + sums.length);
                System.arraycopy(sums, 0, all, before, sums.length);
            }
        }
        return all;
    }
}

package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.torch.Scope;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs as a model sees them: the means of its last hidden states over prompt, chosen and rejected. */
final class PooledPairs {

    private static final int BATCH_TOKENS = 8192;

    private PooledPairs() {}

    static PairDistances distances(Decoder model, List<EncodedPair> pairs) {
        Map<String, float[][]> vectors = new HashMap<>();
        var batches = Batches.of(pairs, BATCH_TOKENS, 0);
        for (int batch = 0; batch < batches.size(); batch++) {
            read(model, batches.get(batch), vectors);
        }
        int dimension = model.config().hiddenSize();
        return PairDistances.of(pairs.size(), dimension, (pair, prompt, chosen, rejected) -> {
            var of = vectors.get(pairs.get(pair).id());
            System.arraycopy(of[0], 0, prompt, 0, dimension);
            System.arraycopy(of[1], 0, chosen, 0, dimension);
            System.arraycopy(of[1], dimension, rejected, 0, dimension);
        });
    }

    private static void read(Decoder model, List<EncodedPair> batch, Map<String, float[][]> vectors) {
        try (var scope = Scope.plain()) {
            var rows = PackedRows.of(batch.stream().map(EncodedPair::row).toList());
            var hidden = rows.hidden(model, Adapter.NONE);
            var prompts = rows.poolPrompts(hidden);
            var responses = rows.poolResponses(hidden);
            for (int pair = 0; pair < batch.size(); pair++) {
                vectors.put(batch.get(pair).id(), new float[][] {
                    prompts.slice(0, pair, pair + 1L).floats(),
                    responses.slice(0, 2L * pair, 2L * pair + 2).floats()
                });
            }
        }
    }
}

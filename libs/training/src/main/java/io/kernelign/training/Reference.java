package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Head;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the reference says of each batch, computed the first time it is asked for: the base model never changes. Hidden
 * states are kept beside the tokens' log-probabilities only where a divergence needs the whole distribution again.
 */
final class Reference implements AutoCloseable {

    /**
     * @param perToken log-probability of each response token, nats, [response tokens]
     * @param logProbs sums over each response's tokens, nats, [rows, 2]: chosen, rejected
     * @param predictors hidden states that predict the response tokens, [response tokens, d]
     */
    record Said(Tensor perToken, Tensor logProbs, Optional<Tensor> predictors) {}

    private final Head head;
    private final Trunk trunk;
    private final Map<Integer, float[]> logProbs = new HashMap<>();
    private final Optional<HiddenStates> states;

    /**
     * @param head the base model's
     * @param trunk of these batches; this reference owns it
     * @param statesFile where hidden states are kept; empty when nobody needs them
     */
    Reference(Head head, Trunk trunk, Optional<Path> statesFile) {
        this.head = head;
        this.trunk = trunk;
        states = statesFile.map(HiddenStates::new);
    }

    /** A batch behind the trunk, where policy and reference part. */
    Entry enter(int batch, PackedRows rows) {
        return trunk.enter(batch, rows);
    }

    Said of(int batch, PackedRows rows) {
        if (!logProbs.containsKey(batch)) {
            try (var scope = Scope.plain()) {
                read(batch, rows);
            }
        }
        var perToken = Tensors.of(logProbs.get(batch), rows.responseTokens());
        return new Said(perToken, rows.sumByResponse(perToken), states.map(kept -> kept.get(batch)));
    }

    /** Reads a batch, keeps what {@link #of} answers, and answers the last hidden states of every position [n, d]. */
    Tensor read(int batch, PackedRows rows) {
        var hidden = trunk.enter(batch, rows).hidden(Adapter.NONE);
        var predictors = rows.predictors(hidden);
        var perToken = TokenLogProbs.values(predictors, head, rows.targets());
        states.ifPresent(kept -> kept.put(batch, predictors));
        logProbs.put(batch, perToken.floats());
        return hidden;
    }

    @Override
    public void close() {
        trunk.close();
        states.ifPresent(HiddenStates::close);
    }
}

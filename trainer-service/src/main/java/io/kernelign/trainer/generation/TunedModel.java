package io.kernelign.trainer.generation;

import io.kernelign.contracts.GenerationView.Answer;
import io.kernelign.contracts.GenerationView.Pair;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.generation.Respondent;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.PolicySoFar;
import io.kernelign.training.memory.TrialMemory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A base model in memory beside what was trained of it; owns both, and what claims their memory. */
final class TunedModel implements AutoCloseable {

    private final Decoder base;
    private final PolicySoFar tuned;
    private final Respondent baseRespondent;
    private final Respondent tunedRespondent;
    private final TrialMemory needs;
    private final Claim claim;

    /** @param needs of both */
    TunedModel(ModelFolder model, Decoder base, PolicySoFar tuned, TrialMemory needs, Claim claim) {
        this.base = base;
        this.tuned = tuned;
        this.needs = needs;
        this.claim = claim;
        baseRespondent = new Respondent(model, base);
        tunedRespondent = new Respondent(model, tuned.policy().model());
    }

    TrialMemory needs() {
        return needs;
    }

    long step() {
        return tuned.step();
    }

    List<Pair> answers(Trial trial) {
        var ofTuned = answers(tunedRespondent, tuned.policy().adapter(), trial);
        var ofBase = trial.withBase() ? answers(baseRespondent, Adapter.NONE, trial) : null;
        return IntStream.range(0, ofTuned.size())
                .mapToObj(i -> new Pair(ofTuned.get(i), ofBase == null ? null : ofBase.get(i)))
                .toList();
    }

    private static List<Answer> answers(Respondent respondent, Adapter adapter, Trial trial) {
        return respondent.answers(trial.asked(), adapter, trial.sampling(), trial.limits()).stream()
                .map(answer -> new Answer(
                        answer.text(), answer.tokens(), answer.reason().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public void close() {
        baseRespondent.close();
        tunedRespondent.close();
        tuned.close();
        base.close();
        Torch.releaseFreeMemory();
        claim.close();
    }
}

package io.kernelign.training;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.lora.Lora;
import io.kernelign.objective.Objective;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Eight pairs, and a policy that has already left its reference.
 *
 * @param training its method and nothing else
 */
record TinyStep(Map<String, Object> objective, Map<String, Object> training) {

    private static final List<EncodedPair> PAIRS = TinyTask.pairs(8, 5);

    /**
     * What came of it.
     *
     * @param logProbs of every response token
     * @param gradients of every leaf of the policy and every weight of the objective
     */
    record Numbers(double loss, List<Float> logProbs, Map<String, float[]> gradients) {}

    /** @param folder for what is kept */
    Numbers in(StepForm form, Decoder model, Path folder) {
        var read = Objective.TYPE.read(objective);
        var logProbs = new ArrayList<Float>();
        double loss = 0;
        try (var policy = policy(model);
                var state = read.initialState();
                var reference = reference(form, model, folder)) {
            if (form.referenceKept()) {
                earlierEpoch(form, reference);
            }
            for (int batch = 0; batch < form.batches(); batch++) {
                try (var scope = Scope.recording()) {
                    var part = accumulate(form, batch, read, policy, state, reference, heads(form, policy, model));
                    loss += part.objective().total().item() / form.batches();
                    for (float logProb : part.terms().logProbs().floats()) {
                        logProbs.add(logProb);
                    }
                }
            }
            return new Numbers(loss, logProbs, gradients(policy, state));
        }
    }

    private static void earlierEpoch(StepForm form, Reference reference) {
        for (int batch = 0; batch < form.batches(); batch++) {
            try (var scope = Scope.plain()) {
                reference.of(batch, form.layout().rows(pairs(form, batch)));
            }
        }
    }

    private static BatchLoss accumulate(
            StepForm form,
            int batch,
            Objective objective,
            Policy policy,
            ObjectiveState state,
            Reference reference,
            Heads heads) {
        var pairs = pairs(form, batch);
        var packed = StepForm.Layout.PACKED.rows(pairs);
        var rows = form.layout().rows(pairs);
        var pass =
                new PolicyPass(policy.enter(reference, batch, rows), policy.inTraining(batch), form.layersRecomputed());
        var said = byPair(reference.of(batch, rows), packed);
        var loss = BatchLoss.of(
                objective, state, heads, rows.predictors(pass.hidden()), packed, said, Optional.empty(), 0);
        loss.backward(1.0 / form.batches());
        pass.backward();
        return loss;
    }

    private static Reference.Said byPair(Reference.Said said, PackedRows packed) {
        return new Reference.Said(said.perToken(), packed.sumByResponse(said.perToken()), said.predictors());
    }

    private static List<EncodedPair> pairs(StepForm form, int batch) {
        int each = PAIRS.size() / form.batches();
        return PAIRS.subList(batch * each, (batch + 1) * each);
    }

    /** Whether there are layers below the first that trains. */
    boolean hasTrunk(Decoder model) {
        return method().firstLayer(model.config()) > 0;
    }

    private Method method() {
        return TrainingSettings.TYPE.read(training).method();
    }

    private Policy policy(Decoder model) {
        var random = new Random(11);
        if (method() instanceof Method.LowRank method) {
            return new LowRankPolicy(
                    model,
                    Lora.create(
                            model.config(),
                            method.lora(),
                            (name, shape) -> noise(random, new float[(int) (shape[0] * shape[1])])));
        }
        return FullPolicy.of(
                model.config(),
                (name, shape) -> noise(random, model.weights().get(name).floats()));
    }

    private static float[] noise(Random random, float[] around) {
        for (int i = 0; i < around.length; i++) {
            around[i] += (float) (0.1 * random.nextGaussian());
        }
        return around;
    }

    private Reference reference(StepForm form, Decoder model, Path folder) {
        var trunk = new Trunk(
                model,
                method().firstLayer(model.config()),
                Optional.of(folder.resolve("trunk")).filter(file -> form.trunkKept()));
        return new Reference(form.inChunks(model.head()), trunk, Optional.of(folder.resolve("reference")));
    }

    private static Heads heads(StepForm form, Policy policy, Decoder model) {
        return new Heads(
                form.inChunks(policy.model().head()),
                form.inChunks(model.head()),
                policy.trainsHead(),
                new Vocabulary(model.weights().get(ModelTensors.EMBEDDING)));
    }

    private static Map<String, float[]> gradients(Policy policy, ObjectiveState state) {
        var leaves = new LinkedHashMap<String, Tensor>(policy.named());
        leaves.putAll(state.weights());
        var gradients = new LinkedHashMap<String, float[]>();
        try (var scope = Scope.plain()) {
            leaves.forEach((name, leaf) -> gradients.put(name, leaf.gradient().floats()));
        }
        return gradients;
    }
}

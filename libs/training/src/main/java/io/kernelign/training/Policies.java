package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.lora.Lora;

/** The policy of a task, as it begins and as a checkpoint holds it. */
final class Policies {

    private Policies() {}

    /** A fresh adapter changes nothing yet, and a copy of all weights is what it is a copy of: both say what the reference says. */
    static Policy initial(TrainingTask task) {
        var model = task.model();
        if (!(task.training().method() instanceof Method.LowRank method)) {
            return FullPolicy.of(model);
        }
        var lora = task.adapter()
                .map(files -> files.load(model.config(), method.lora()))
                .orElseGet(() -> Lora.initial(
                        model.config(), method.lora(), task.training().seed()));
        return new LowRankPolicy(model, lora);
    }

    static Policy restored(Decoder model, TrainingSettings settings, Checkpoint checkpoint) {
        if (!(settings.method() instanceof Method.LowRank method)) {
            return FullPolicy.of(model.config(), (name, shape) -> checkpoint.values(name));
        }
        return new LowRankPolicy(
                model, Lora.create(model.config(), method.lora(), (name, shape) -> checkpoint.values(name)));
    }
}

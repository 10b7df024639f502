package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.lora.Lora;
import java.util.function.Function;

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

    /** Looks at the policy as it was before its first step. */
    static <T> T atStart(TrainingTask task, Function<Policy, T> look) {
        if (task.training().method() instanceof Method.Full) {
            return look.apply(new FullPolicy(task.model())); // Not closed: it has no weights of its own.
        }
        try (var policy = initial(task)) {
            return look.apply(policy);
        }
    }

    static Policy restored(Decoder model, TrainingSettings settings, Checkpoint checkpoint) {
        if (!(settings.method() instanceof Method.LowRank method)) {
            return FullPolicy.of(model.config(), (name, shape) -> checkpoint.values(name));
        }
        return new LowRankPolicy(
                model, Lora.create(model.config(), method.lora(), (name, shape) -> checkpoint.values(name)));
    }
}

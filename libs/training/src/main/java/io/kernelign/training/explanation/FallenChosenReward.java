package io.kernelign.training.explanation;

import java.util.Locale;
import java.util.Optional;

/** The chosen responses have become less likely than under the reference, which is common and not an error. */
final class FallenChosenReward implements Rule {

    @Override
    public Optional<String> explain(RunHistory run) {
        var chosen = run.end("reward.chosen.mean");
        var rejected = run.end("reward.rejected.mean");
        if (chosen.isEmpty() || rejected.isEmpty() || chosen.getAsDouble() >= 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The reward of chosen responses fell to %.3f on average (rejected: %.3f): the policy finds them less"
                        + " likely than its reference does. The loss asks for their margin alone, here %.3f, and"
                        + " probability may go to responses that are in neither column; a larger beta, a weight on sft"
                        + " or fewer steps hold it.",
                chosen.getAsDouble(),
                rejected.getAsDouble(),
                chosen.getAsDouble() - rejected.getAsDouble()));
    }
}

package io.kernelign.evaluation.ifeval;

import java.util.List;

/**
 * Which instructions of a prompt a response follows, in the prompt's order.
 *
 * @param strict by {@link Criterion#STRICT}
 * @param loose by {@link Criterion#LOOSE}, as long
 */
public record Verdicts(List<Boolean> strict, List<Boolean> loose) {

    public Verdicts {
        strict = List.copyOf(strict);
        loose = List.copyOf(loose);
    }

    public static Verdicts of(InstructedPrompt prompt, String response) {
        return new Verdicts(by(Criterion.STRICT, prompt, response), by(Criterion.LOOSE, prompt, response));
    }

    private static List<Boolean> by(Criterion criterion, InstructedPrompt prompt, String response) {
        return prompt.instructions().stream()
                .map(instruction -> criterion.follows(instruction.check(), response))
                .toList();
    }
}

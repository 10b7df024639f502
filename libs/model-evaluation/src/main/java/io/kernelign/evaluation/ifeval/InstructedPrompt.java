package io.kernelign.evaluation.ifeval;

import io.kernelign.evaluation.ifeval.instruction.Instruction;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param key the authors' number of it
 * @param text what the model is shown
 * @param instructions at least one; all of them stand in the text in words
 */
public record InstructedPrompt(long key, String text, List<Instruction> instructions) {

    public InstructedPrompt {
        if (instructions.isEmpty()) {
            throw new IllegalArgumentException("instructions is empty; accepted is at least one");
        }
        instructions = List.copyOf(instructions);
    }
}

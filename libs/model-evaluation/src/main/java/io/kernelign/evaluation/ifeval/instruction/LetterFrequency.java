package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;

/**
 * A letter occurs so often, in either case. The authors' checker counts a letter drawn at random where a prompt asks for another
 * character than a Latin letter, which two of their prompts do; here that character is counted.
 */
record LetterFrequency(int letter, Threshold times) implements Check {

    static Check of(Arguments arguments) {
        return new LetterFrequency(arguments.character("letter"), arguments.threshold("let_relation", "let_frequency"));
    }

    @Override
    public boolean holds(String response) {
        return times.holds(PythonString.lower(response)
                .codePoints()
                .filter(c -> c == letter)
                .count());
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.Words;

/** There are so many words. */
record NumberWords(Threshold words) implements Check {

    static Check of(Arguments arguments) {
        return new NumberWords(arguments.threshold("relation", "num_words"));
    }

    @Override
    public boolean holds(String response) {
        return words.holds(Words.count(response));
    }
}

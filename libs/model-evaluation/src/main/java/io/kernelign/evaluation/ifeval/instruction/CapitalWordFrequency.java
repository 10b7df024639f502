package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.Words;

/** So many words are in capital letters. */
record CapitalWordFrequency(Threshold words) implements Check {

    static Check of(Arguments arguments) {
        return new CapitalWordFrequency(arguments.threshold("capital_relation", "capital_frequency"));
    }

    @Override
    public boolean holds(String response) {
        return words.holds(Words.countCapital(response));
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.Sentences;

/** There are so many sentences. */
record NumberSentences(Threshold sentences) implements Check {

    static Check of(Arguments arguments) {
        return new NumberSentences(arguments.threshold("relation", "num_sentences"));
    }

    @Override
    public boolean holds(String response) {
        return sentences.holds(Sentences.of(response).size());
    }
}

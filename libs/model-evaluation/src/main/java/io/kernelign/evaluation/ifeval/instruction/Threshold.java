package io.kernelign.evaluation.ifeval.instruction;

import java.util.Arrays;
import java.util.Optional;

/** How often something is to be there. */
record Threshold(Relation relation, int number) {

    enum Relation {
        LESS_THAN("less than"),
        AT_LEAST("at least");

        static final String ACCEPTED = "\"less than\" or \"at least\"";

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        static Optional<Relation> named(String words) {
            return Arrays.stream(values()).filter(it -> it.words.equals(words)).findAny();
        }
    }

    boolean holds(long count) {
        return relation == Relation.LESS_THAN ? count < number : count >= number;
    }
}

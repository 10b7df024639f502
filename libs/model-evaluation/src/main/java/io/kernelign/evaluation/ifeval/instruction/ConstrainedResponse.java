package io.kernelign.evaluation.ifeval.instruction;

import java.util.stream.Stream;

/** One of three answers is given, word for word; more may stand around it. */
record ConstrainedResponse() implements Check {

    @Override
    public boolean holds(String response) {
        return Stream.of("yes", "no", "maybe").anyMatch(answer -> response.contains("My answer is " + answer + "."));
    }
}

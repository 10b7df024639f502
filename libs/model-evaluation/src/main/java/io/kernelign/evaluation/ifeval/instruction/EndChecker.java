package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;

/** The end is a phrase, in either case; quotation marks may follow it. */
record EndChecker(String phrase) implements Check {

    static Check of(Arguments arguments) {
        return new EndChecker(PythonString.lower(arguments.text("end_phrase")));
    }

    @Override
    public boolean holds(String response) {
        return PythonString.lower(PythonString.strip(PythonString.strip(response), '"'))
                .endsWith(phrase);
    }
}

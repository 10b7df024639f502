package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;

/** First the request is repeated, in either case, then it is answered. */
record RepeatPrompt(String request) implements Check {

    static Check of(Arguments arguments) {
        return new RepeatPrompt(arguments.text("prompt_to_repeat"));
    }

    @Override
    public boolean holds(String response) {
        return PythonString.lower(PythonString.strip(response)).startsWith(PythonString.lower(request));
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.regex.Pattern;

/** A keyword occurs so often, in either case; also within words. */
record KeywordFrequency(Pattern keyword, Threshold times) implements Check {

    static Check of(Arguments arguments) {
        return new KeywordFrequency(
                PythonRegex.ignoringCase(arguments.expression("keyword")),
                arguments.threshold("relation", "frequency"));
    }

    @Override
    public boolean holds(String response) {
        return times.holds(PythonRegex.count(keyword, response));
    }
}

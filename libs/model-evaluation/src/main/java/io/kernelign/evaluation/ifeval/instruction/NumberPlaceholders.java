package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.regex.Pattern;

/** There are at least so many placeholders in square brackets, such as {@code [address]}. */
record NumberPlaceholders(int least) implements Check {

    private static final Pattern PLACEHOLDER = PythonRegex.lines("\\[.*?\\]");

    static Check of(Arguments arguments) {
        return new NumberPlaceholders(arguments.count("num_placeholders"));
    }

    @Override
    public boolean holds(String response) {
        return PythonRegex.count(PLACEHOLDER, response) >= least;
    }
}

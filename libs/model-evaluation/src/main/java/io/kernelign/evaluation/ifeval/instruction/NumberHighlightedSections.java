package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.regex.Pattern;

/** At least so many passages are between asterisks or pairs of them, in one line. */
record NumberHighlightedSections(int least) implements Check {

    private static final Pattern EMPHASIS = Pattern.compile("\\*([^\\n*]*)\\*");
    private static final Pattern STRONG_EMPHASIS = Pattern.compile("\\*\\*([^\\n*]*)\\*\\*");

    static Check of(Arguments arguments) {
        return new NumberHighlightedSections(arguments.count("num_highlights"));
    }

    @Override
    public boolean holds(String response) {
        return count(EMPHASIS, response) + count(STRONG_EMPHASIS, response) >= least;
    }

    private static long count(Pattern passage, String response) {
        return passage.matcher(response)
                .results()
                .filter(match -> !PythonString.isBlank(match.group(1)))
                .count();
    }
}

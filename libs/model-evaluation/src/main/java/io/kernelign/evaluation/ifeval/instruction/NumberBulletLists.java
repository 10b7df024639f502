package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.regex.Pattern;

/** There are exactly so many lines that an asterisk, but not two, or a hyphen begins. */
record NumberBulletLists(int exactly) implements Check {

    private static final Pattern ASTERISK = PythonRegex.lines("^" + PythonRegex.SPACE + "*\\*[^*].*$");
    private static final Pattern HYPHEN = PythonRegex.lines("^" + PythonRegex.SPACE + "*-.*$");

    static Check of(Arguments arguments) {
        return new NumberBulletLists(arguments.count("num_bullets"));
    }

    @Override
    public boolean holds(String response) {
        return PythonRegex.count(ASTERISK, response) + PythonRegex.count(HYPHEN, response) == exactly;
    }
}

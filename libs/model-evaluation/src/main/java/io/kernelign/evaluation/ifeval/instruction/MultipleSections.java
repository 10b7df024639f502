package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.regex.Pattern;

/** There are at least so many sections, each begun by a word and a number, such as {@code SECTION 1}. */
record MultipleSections(Pattern heading, int least) implements Check {

    static Check of(Arguments arguments) {
        var word = arguments.expression("section_spliter");
        var heading = Pattern.compile(word + PythonRegex.SPACE + "?" + PythonRegex.DIGIT + "+");
        return new MultipleSections(heading, arguments.count("num_sections"));
    }

    @Override
    public boolean holds(String response) {
        return PythonRegex.count(heading, response) >= least;
    }
}

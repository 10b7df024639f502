package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.regex.Pattern;

/** There are exactly so many paragraphs, with three asterisks between them; the asterisks may also stand around them. */
record NumberParagraphs(int exactly) implements Check {

    private static final Pattern DIVIDER = Pattern.compile("%1$s?\\*\\*\\*%1$s?".formatted(PythonRegex.SPACE));

    static Check of(Arguments arguments) {
        return new NumberParagraphs(arguments.count("num_paragraphs"));
    }

    @Override
    public boolean holds(String response) {
        var parts = DIVIDER.split(response, -1);
        int paragraphs = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!PythonString.isBlank(parts[i])) {
                paragraphs++;
            } else if (i > 0 && i < parts.length - 1) {
                return false;
            }
        }
        return paragraphs == exactly;
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.regex.Pattern;

/** A title is there in double angle brackets, such as {@code <<Poem of Joy>>}, in one line. */
record Title() implements Check {

    private static final Pattern TITLE = Pattern.compile("<<([^\\n]+)>>");

    @Override
    public boolean holds(String response) {
        return TITLE.matcher(response).results().anyMatch(match -> !isEmpty(match.group(1)));
    }

    private static boolean isEmpty(String title) {
        return PythonString.isBlank(title.replaceAll("^<+|>+$", ""));
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.regex.Pattern;

/** A postscript is there, marked by {@code P.S.}, {@code P.P.S} or something else, in either case. */
record Postscript(Pattern marker) implements Check {

    static Check of(Arguments arguments) {
        var marker = arguments.expression("postscript_marker");
        return new Postscript(PythonRegex.lines(
                switch (marker) {
                    case "P.S." -> "p\\.%s?s\\.".formatted(PythonRegex.SPACE);
                    case "P.P.S" -> "p\\.%1$s?p\\.%1$s?s".formatted(PythonRegex.SPACE);
                    default -> PythonString.lower(marker);
                }));
    }

    @Override
    public boolean holds(String response) {
        return marker.matcher(PythonString.lower(response)).find();
    }
}

package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.List;
import java.util.stream.Stream;

/** There are two different responses, with six asterisks between them; the asterisks may also stand around them. */
record TwoResponses() implements Check {

    @Override
    public boolean holds(String response) {
        var parts =
                Stream.of(response.split("\\*{6}", -1)).map(PythonString::strip).toList();
        var filled = parts.stream().filter(part -> !part.isEmpty()).toList();
        return filled.size() == 2 && !filled.get(0).equals(filled.get(1)) && !isInnerEmpty(parts);
    }

    private static boolean isInnerEmpty(List<String> parts) {
        return parts.subList(1, parts.size() - 1).contains("");
    }
}

package io.kernelign.evaluation.ifeval;

import io.kernelign.evaluation.ifeval.instruction.Check;
import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** When a response follows an instruction. An empty one, or one of white space, follows none. */
public enum Criterion {

    /** As it is. */
    STRICT {
        @Override
        Stream<String> readings(String response) {
            return Stream.of(response);
        }
    },

    /**
     * As it is, or without the asterisks of markdown, or without its first line, its last line or both, which may only
     * introduce or close it; or without asterisks and lines.
     */
    LOOSE {
        @Override
        Stream<String> readings(String response) {
            var lines = Arrays.asList(response.split("\n", -1));
            int count = lines.size();
            return Stream.of(
                            response,
                            joined(lines.subList(1, count)),
                            joined(lines.subList(0, count - 1)),
                            joined(lines.subList(1, Math.max(1, count - 1))))
                    .flatMap(reading -> Stream.of(reading, reading.replace("*", "")));
        }
    };

    abstract Stream<String> readings(String response);

    /** Whether a response follows what a check asks. */
    public boolean follows(Check check, String response) {
        return readings(response).anyMatch(reading -> !PythonString.isBlank(reading) && check.holds(reading));
    }

    private static String joined(List<String> lines) {
        return PythonString.strip(String.join("\n", lines));
    }
}

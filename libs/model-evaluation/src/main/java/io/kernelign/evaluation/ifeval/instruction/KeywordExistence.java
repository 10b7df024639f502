package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.List;
import java.util.regex.Pattern;

/** All keywords occur, in either case; also within words. */
record KeywordExistence(List<Pattern> keywords) implements Check {

    static Check of(Arguments arguments) {
        return new KeywordExistence(arguments.expressions("keywords").stream()
                .map(PythonRegex::ignoringCase)
                .toList());
    }

    @Override
    public boolean holds(String response) {
        return keywords.stream().allMatch(keyword -> keyword.matcher(response).find());
    }
}

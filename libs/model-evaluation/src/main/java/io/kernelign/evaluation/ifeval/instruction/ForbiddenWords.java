package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import java.util.List;
import java.util.regex.Pattern;

/** None of some words occurs, in either case; they may occur within words. */
record ForbiddenWords(List<Pattern> words) implements Check {

    static Check of(Arguments arguments) {
        return new ForbiddenWords(arguments.expressions("forbidden_words").stream()
                .map(word -> PythonRegex.ignoringCase(PythonRegex.BOUNDARY + word + PythonRegex.BOUNDARY))
                .toList());
    }

    @Override
    public boolean holds(String response) {
        return words.stream().noneMatch(word -> word.matcher(response).find());
    }
}

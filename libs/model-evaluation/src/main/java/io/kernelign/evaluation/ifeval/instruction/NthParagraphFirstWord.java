package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonRegex;
import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * There are so many paragraphs, with an empty line between them, and one of them begins with a word, in either case.
 *
 * @param nth from 1; an empty paragraph does not count towards the number of paragraphs, but here it does
 */
record NthParagraphFirstWord(int paragraphs, int nth, String word) implements Check {

    private static final Pattern FIRST_WORD =
            Pattern.compile("'*\"*((?:(?![.,?!'\"])%s)*)".formatted(PythonRegex.NO_SPACE));

    static Check of(Arguments arguments) {
        int paragraphs = arguments.number("num_paragraphs", 1, Integer.MAX_VALUE);
        int nth = arguments.number("nth_paragraph", 1, paragraphs);
        return new NthParagraphFirstWord(paragraphs, nth, PythonString.lower(arguments.text("first_word")));
    }

    @Override
    public boolean holds(String response) {
        var all = Arrays.asList(response.split("\\n\\n", -1));
        long filled = all.stream()
                .filter(paragraph -> !PythonString.isBlank(paragraph))
                .count();
        return filled == paragraphs && firstWord(all.get(nth - 1)).equals(word);
    }

    private static String firstWord(String paragraph) {
        var word = FIRST_WORD.matcher(PythonString.strip(paragraph));
        return word.lookingAt() ? PythonString.lower(word.group(1)) : "";
    }
}

package io.kernelign.acceptance.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Preferences over few words: the kind answer is chosen, the rude one rejected. */
public final class TinyPairs {

    private static final List<String> THINGS = List.of("cat", "dog", "house", "tree", "river", "song", "book", "child");
    private static final List<String> WHOSE = List.of("my", "your", "our", "their", "his", "her");
    private static final List<String> QUESTIONS = List.of("describe", "praise", "judge");
    private static final List<String> KIND = List.of("lovely", "wise", "gentle", "bright");
    private static final List<String> RUDE = List.of("ugly", "stupid", "cruel", "boring");
    private static final List<String> OTHERS = List.of("it", "is", "and", "today");

    private TinyPairs() {}

    /** Each word once. */
    static Stream<String> words() {
        return Stream.of(QUESTIONS, WHOSE, THINGS, KIND, RUDE, OTHERS).flatMap(List::stream);
    }

    /** All of them, 144 rows in TRL's layout with explicit prompts, no two alike. */
    public static String rows() {
        return IntStream.range(0, QUESTIONS.size() * WHOSE.size() * THINGS.size())
                .mapToObj(TinyPairs::row)
                .collect(Collectors.joining());
    }

    /** One of them, with the end of its line. */
    public static String row(int i) {
        var prompt = pick(QUESTIONS, i / 48) + " " + pick(WHOSE, i / 8) + " " + pick(THINGS, i);
        return "{\"prompt\": \"%s\", \"chosen\": \"%s\", \"rejected\": \"%s\"}%n"
                .formatted(prompt, answer(KIND, i), answer(RUDE, i));
    }

    private static String answer(List<String> tone, int i) {
        return "it is " + pick(tone, i) + " and " + pick(tone, i / 3 + 1) + (i % 2 == 0 ? " today" : "");
    }

    private static String pick(List<String> words, int i) {
        return words.get(i % words.size());
    }
}

package io.kernelign.evaluation.ifeval.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, in the two ways in which they are counted. */
public final class Words {

    private static final Pattern WORD = Pattern.compile(PythonRegex.WORD + "+");
    private static final Pattern TOKEN = Pattern.compile(PythonRegex.NO_SPACE + "+");

    /** White space around what stands alone, then around what contractions are made of; as NLTK's word tokenizer has it. */
    private static final List<Split> SPLITS = List.of(
            new Split("[«»“”‘’„\"`;@#$%&?!*\\[\\](){}<>]|''|--|\\.{2,}|[:,](?!\\p{Nd})", " $0 "),
            new Split("([^.])(\\.)([\\])}>\"'»”’ ]*)\\s*$", "$1 $2 $3"),
            new Split("(?i)(?<!%1$s)'(?!(?:re|ve|ll|[mtsdn])(?!%1$s))(?=%1$s)".formatted(PythonRegex.WORD), "' "),
            new Split("([^' ])('[sSmMdD]?|'(?:ll|LL|re|RE|ve|VE)|n't|N'T)(?=\\s|$)", "$1 $2"),
            new Split(
                    "(?i)\\b(?:(can)(not)|(gim)(me)|(gon)(na)|(got)(ta)|(lem)(me)|(wan)(na))\\b",
                    "$1$3$5$7$9$11 $2$4$6$8$10$12"));

    private record Split(Pattern pattern, String replacement) {

        Split(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    private Words() {}

    /** How many runs of letters, digits and underscores there are. */
    public static long count(String text) {
        return PythonRegex.count(WORD, text);
    }

    /** How many words are in capital letters: punctuation parts words, hyphens and slashes do not, {@code CAN'T} is two. */
    public static long countCapital(String text) {
        return Sentences.of(text).stream()
                .flatMap(sentence -> tokens(sentence).stream())
                .filter(PythonString::isUpper)
                .count();
    }

    private static List<String> tokens(String sentence) {
        var text = sentence;
        for (var split : SPLITS) {
            text = split.apply(text);
        }
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}

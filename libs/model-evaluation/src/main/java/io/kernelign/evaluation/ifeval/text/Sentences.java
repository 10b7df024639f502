package io.kernelign.evaluation.ifeval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts English text into sentences as NLTK's Punkt does
 * (<a href="https://aclanthology.org/J06-4003/">Kiss and Strunk, 2006</a>). Every word with a full stop, question mark or
 * exclamation mark may end one; {@link SentenceBreak} decides.
 */
public final class Sentences {

    private static final Pattern WORD = Pattern.compile(PythonRegex.NO_SPACE + "+");
    private static final String NO_PART_OF_WORDS = "?!)\";}]*:@'({[";
    private static final Pattern CLOSING = PythonRegex.lines("[\"')\\]}]+?(?:" + PythonRegex.SPACE + "+|(?=--)|$)");

    /** A stretch of the text, from a place to before another. */
    private record Span(int start, int end) {}

    private Sentences() {}

    /** The sentences in their order, without the white space between them; none of no text. */
    public static List<String> of(String text) {
        return withClosings(text, spans(text)).stream()
                .map(span -> text.substring(span.start, span.end))
                .toList();
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var words = words(text);
        int start = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean last = i == words.size() - 1;
            int mark = lastMark(text, word, last);
            if (mark < 0) {
                continue;
            }
            boolean inWord = mark + 1 < word.end;
            int afterwards = inWord ? mark + 2 : words.get(i + 1).end;
            if (SentenceBreak.isIn(text.substring(word.start, afterwards))) {
                spans.add(new Span(start, mark + 1));
                start = inWord ? mark + 1 : words.get(i + 1).start;
            }
        }
        spans.add(new Span(start, words.isEmpty() ? start : words.get(words.size() - 1).end));
        return spans;
    }

    private static List<Span> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> new Span(word.start(), word.end()))
                .toList();
    }

    /** Where the last mark of a word is that punctuation or another word follows; negative if there is none. */
    private static int lastMark(String text, Span word, boolean lastWord) {
        for (int i = word.end - 1; i >= word.start; i--) {
            boolean followed = i + 1 < word.end ? NO_PART_OF_WORDS.indexOf(text.charAt(i + 1)) >= 0 : !lastWord;
            if (followed && ".?!".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Gives quotation marks and brackets that close a sentence to it, and leaves out what is empty then. */
    private static List<Span> withClosings(String text, List<Span> spans) {
        var sentences = new ArrayList<Span>();
        int taken = 0;
        for (int i = 0; i < spans.size(); i++) {
            var span = new Span(Math.min(spans.get(i).start + taken, spans.get(i).end), spans.get(i).end);
            taken = 0;
            if (i + 1 < spans.size()) {
                var next = spans.get(i + 1);
                var closing = CLOSING.matcher(text.substring(next.start, next.end));
                if (closing.lookingAt()) {
                    taken = closing.end();
                    span = new Span(
                            span.start,
                            next.start + closing.group().stripTrailing().length());
                }
            }
            if (span.start < span.end) {
                sentences.add(span);
            }
        }
        return sentences;
    }
}

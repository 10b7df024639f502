package io.kernelign.standalone.demo.task;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tiny model's tokens, in the order of their ids: special tokens, the 256 bytes, the task's words. A word (with
 * the space before it, if any) is one token; whatever else a user types falls into its bytes.
 */
record Vocabulary(List<String> special, List<String> bytes, List<String> words) {

    static final String PAD = "<|pad|>";
    static final String END = "<|end|>";

    private static final List<String> SPECIAL = List.of(PAD, END, "<|system|>", "<|user|>", "<|assistant|>");
    private static final Pattern WORD = Pattern.compile("'s| ?\\p{L}+| ?[^\\s\\p{L}]+");

    /** The vocabulary of everything that is said in a task. */
    static Vocabulary of(DemoTask task) {
        var words = new TreeSet<String>();
        texts(task)
                .forEach(text ->
                        WORD.matcher(text).results().forEach(word -> words.add(ByteLevel.encode(word.group()))));
        words.removeAll(ByteLevel.ALPHABET);
        return new Vocabulary(SPECIAL, ByteLevel.ALPHABET, List.copyOf(words));
    }

    /** All tokens; a token's id is its index. */
    List<String> tokens() {
        var tokens = new ArrayList<String>(special);
        tokens.addAll(bytes);
        tokens.addAll(words);
        return tokens;
    }

    int size() {
        return special.size() + bytes.size() + words.size();
    }

    int id(String token) {
        return tokens().indexOf(token);
    }

    private static Stream<String> texts(DemoTask task) {
        return Stream.of(
                        task.corpus().stream()
                                .flatMap(exchange ->
                                        Stream.of(exchange.question().text(), exchange.answer())),
                        task.pairs().stream()
                                .flatMap(pair -> Stream.of(pair.question().text(), pair.chosen(), pair.rejected())),
                        task.exam().stream().map(Question::text))
                .flatMap(texts -> texts);
    }
}

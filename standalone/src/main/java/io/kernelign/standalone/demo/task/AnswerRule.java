package io.kernelign.standalone.demo.task;

import java.util.List;
import java.util.regex.Pattern;

/** The task's own judgement of an answer: courteous, right and complete. A pure function of fact and text. */
public final class AnswerRule {

    private static final List<String> RUDE = List.of(
            "again.",
            "bother",
            "away",
            "dull",
            "like a guide",
            "nuisance",
            "yourself",
            "cares",
            "business",
            "must know",
            "but you",
            "fool",
            "alone");

    private AnswerRule() {}

    /** Judges {@code text} as an answer to a question about {@code fact}. */
    public static Verdict judge(Fact fact, String text) {
        return new Verdict(courteous(text), right(fact, text), complete(fact, text));
    }

    private static boolean courteous(String text) {
        return Manner.FRIENDLY.stream().anyMatch(text::contains)
                && RUDE.stream().noneMatch(text::contains);
    }

    private static boolean right(Fact fact, String text) {
        return fact.topic().options().stream().allMatch(value -> names(text, value) == value.equals(fact.value()));
    }

    private static boolean complete(Fact fact, String text) {
        return fact.statements().stream().anyMatch(text::contains) && (text.endsWith(".") || text.endsWith("!"));
    }

    private static boolean names(String text, String value) {
        return Pattern.compile("\\b" + Pattern.quote(value) + "\\b")
                .matcher(text)
                .find();
    }
}

package io.kernelign.evaluation.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgedKindTest {

    private final List<String> inquiries = new ArrayList<>();

    private Verdict verdict(String reply) {
        Judge judge = inquiry -> {
            inquiries.add(inquiry);
            return reply;
        };
        return new JudgedKind(judge, "Say of which colour.", Words.of("RED", "BLUE"), Set.of("RED"))
                .detect("100 % sky?", "%s like the sea");
    }

    @Test
    void the_judge_reads_request_and_answer_as_they_are_and_the_words_to_choose_from() {
        verdict("BLUE");

        assertThat(inquiries.get(0))
                .startsWith("Say of which colour.\n")
                .contains("<request>\n100 % sky?\n</request>", "<answer>\n%s like the sea\n</answer>")
                .endsWith("Reply with one word, RED or BLUE, and nothing else.");
    }

    @Test
    void the_word_decides_and_nothing_is_said_without_one() {
        assertThat(verdict("Red")).isEqualTo(Verdict.of(true, "RED"));
        assertThat(verdict("BLUE")).isEqualTo(Verdict.of(false, "BLUE"));
        assertThat(verdict("Green, I think")).isEqualTo(Verdict.cannotSay("Green, I think"));
    }
}

package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.ifeval.instruction.Instruction;
import io.kernelign.evaluation.ifeval.instruction.Instructions;
import io.kernelign.evaluation.ifeval.text.Sentences;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models write anything. */
class AnyTextTest {

    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\n\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\r",
            ".",
            "...",
            ". . .",
            "!",
            "?",
            ",",
            ":",
            "\"",
            "”",
            "'",
            "(",
            ")",
            "[",
            "]",
            "<<",
            ">>",
            "*",
            "**",
            "***",
            "******",
            "-",
            "--",
            "#",
            "```",
            "{",
            "}",
            "1.",
            "23",
            "Mr.",
            "U.S.",
            "A.",
            "The",
            "harbour",
            "P.S.",
            "SECTION 1",
            "CAN'T",
            "été",
            "किताब",
            "港",
            "\ud83d\ude00",
            "\ud83d",
            "\0");

    private static String text(Draw draw) {
        return IntStream.range(0, draw.integer(0, 30))
                .mapToObj(i -> draw.choice(PIECES))
                .collect(Collectors.joining());
    }

    @Test
    void any_text_is_judged_by_every_kind_and_loosely_never_worse_than_strictly() {
        var prompt = new InstructedPrompt(
                0, "", Instructions.IDS.stream().map(AnyTextTest::example).toList());

        Property.forAll(AnyTextTest::text, text -> {
            var verdicts = Verdicts.of(prompt, text);
            assertThat(IntStream.range(0, prompt.instructions().size()))
                    .allMatch(i -> verdicts.loose().get(i) || !verdicts.strict().get(i));
        });
    }

    @Test
    void sentences_are_all_of_a_text_but_for_white_space() {
        Property.forAll(AnyTextTest::text, text -> assertThat(withoutSpace(String.join("", Sentences.of(text))))
                .isEqualTo(withoutSpace(text)));
    }

    private static Instruction example(String kind) {
        return Golden.constructed()
                .get("cases")
                .valueStream()
                .filter(it -> it.get("kind").asString().equals(kind))
                .map(it -> Instructions.of(kind, it.get("arguments")))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\p{Z}\\x1c-\\x1f]", "");
    }
}

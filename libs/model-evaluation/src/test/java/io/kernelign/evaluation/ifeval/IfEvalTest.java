package io.kernelign.evaluation.ifeval;

import static io.kernelign.evaluation.OwnFiles.refusal;
import static io.kernelign.evaluation.OwnFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IfEvalTest {

    private static final String SING = """
            {"key": 7, "prompt": "Sing.", "instruction_id_list": ["punctuation:no_comma", "startend:quotation"], \
            "kwargs": [{}, {}]}""";

    private final IfEval ifEval = new IfEval();

    @TempDir
    Path folder;

    @Test
    void an_answer_is_right_that_follows_all_instructions_loosely_and_what_it_misses_is_told() throws IOException {
        write(folder, "input_data.jsonl", SING);

        var question = (WrittenQuestion) ifEval.read(folder).get(0);

        assertThat(question.id()).isEqualTo("7");
        assertThat(question.prompt().message()).isEqualTo("Sing.");
        assertThat(question.answered("\"La la\"").verdict()).isEqualTo(Verdict.of(true, ""));
        assertThat(question.answered("Well, here:\n\"La la\"").verdict()).isEqualTo(Verdict.of(true, ""));
        assertThat(question.answered("La, la").verdict())
                .isEqualTo(Verdict.of(false, "punctuation:no_comma, startend:quotation"));
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_line() throws IOException {
        assertThat(refusal(ifEval, folder)).startsWith("input_data.jsonl is missing");

        write(folder, "input_data.jsonl", SING, "{}");
        assertThat(refusal(ifEval, folder))
                .isEqualTo("input_data.jsonl, line 2, key is missing; accepted is a whole number");
    }

    @Tag("shared")
    @Test
    void the_authors_prompts_are_read() throws IOException {
        assertThat(ifEval.read(io.kernelign.evaluation.Golden.shared("ifeval"))).hasSizeGreaterThan(500);
    }
}

package io.kernelign.evaluation.gsm8k;

import static io.kernelign.evaluation.OwnFiles.refusal;
import static io.kernelign.evaluation.OwnFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.Golden;
import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.JsonRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Gsm8kTest {

    private final Gsm8k gsm8k = new Gsm8k();

    @TempDir
    Path folder;

    private static String row(String question, String answer) {
        return "{\"question\": \"%s\", \"answer\": \"%s\"}".formatted(question, answer);
    }

    private static String[] examples(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> row("Example " + i + "?", "It is <<1*" + i + "=" + i + ">>" + i + ".\\n#### " + i))
                .toArray(String[]::new);
    }

    @Test
    void eight_worked_examples_without_marks_for_a_calculator_stand_before_the_question() throws IOException {
        write(folder, "train.jsonl", examples(9));
        write(folder, "test.jsonl", row("How many?", "A thousand.\\n#### 1,000"));

        var question = (WrittenQuestion) gsm8k.read(folder).get(0);

        assertThat(question.prompt().text())
                .startsWith("Question: Example 1?\nAnswer: It is 1.\n#### 1\n\nQuestion: Example 2?")
                .endsWith("Answer: It is 8.\n#### 8\n\nQuestion: How many?\nAnswer:");
        assertThat(question.answered("All of them.\n#### 1000").verdict()).isEqualTo(Verdict.of(true, "1000"));
        assertThat(question.answered("I cannot tell.").verdict()).isEqualTo(Verdict.of(false, ""));
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_line() throws IOException {
        write(folder, "test.jsonl", row("How many?", "#### 1"));
        assertThat(refusal(gsm8k, folder))
                .startsWith("train.*\\.jsonl(\\.gz)? is missing; accepted is GSM8K's training");

        write(folder, "train.jsonl", examples(7));
        assertThat(refusal(gsm8k, folder)).isEqualTo("train.jsonl is \"7 rows\"; accepted is at least 8 rows");

        write(folder, "train.jsonl", examples(8));
        write(folder, "test.jsonl", row("How many?", "#### 1"), "", "{\"question\": \"How many?\"}");
        assertThat(refusal(gsm8k, folder)).startsWith("test.jsonl, line 3, answer is missing; accepted is a solution");

        write(folder, "test.jsonl", row("How many?", "Seven."));
        assertThat(refusal(gsm8k, folder))
                .startsWith("test.jsonl, line 1, answer is \"Seven.\"; accepted is a solution");

        write(folder, "test.jsonl", "{\"question\": 7, \"answer\": \"#### 1\"}");
        assertThat(refusal(gsm8k, folder))
                .isEqualTo("test.jsonl, line 1, question is 7; accepted is a text that is not blank");

        write(folder, "test.jsonl", "no JSON");
        assertThat(refusal(gsm8k, folder)).endsWith("accepted is a JSON object");

        write(folder, "test-2.jsonl", row("How many?", "#### 1"));
        assertThat(refusal(gsm8k, folder)).contains("test-2.jsonl", "accepted is one file");
    }

    @Tag("shared")
    @Test
    void prompts_and_verdicts_of_800_questions_are_those_of_lm_evaluation_harness() throws IOException {
        var golden = Golden.read("gsm8k");
        var data = Golden.shared("gsm8k");
        var questions = gsm8k.read(data);
        var rows = JsonRows.ofLines(new BenchmarkFolder(data), "test.jsonl.gz");
        List<Result> results = IntStream.range(0, questions.size())
                .mapToObj(number -> ((WrittenQuestion) questions.get(number))
                        .answered(distorted(number, rows.get(number).text("answer"))))
                .toList();

        assertThat(Golden.promptsOf(questions)).isEqualTo(golden.get("prompts").asString());
        assertThat(Golden.digits(results)).isEqualTo(golden.get("verdicts").asString());
    }

    /** As {@code oracles/distorted_answers.py} has it. */
    private static String distorted(int number, String solution) {
        var target = solution.substring(solution.lastIndexOf("#### ") + 5).strip();
        var forms = List.of(
                solution,
                "The answer is " + target + ".",
                solution.replace("#### ", "#### $"),
                "#### " + target + "1",
                "It costs $" + target + ".00 in total.",
                "I do not know.",
                "#### " + target + ".",
                "#### -" + target,
                "#### 7\n#### " + target,
                "There are " + target + " of them after 3 days",
                "So it is **" + target + "**!",
                "About " + target + ", or so...",
                "#### " + target.charAt(0) + "," + target.substring(1));
        return forms.get(number % forms.size());
    }
}

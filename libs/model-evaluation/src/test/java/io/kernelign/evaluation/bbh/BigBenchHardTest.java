package io.kernelign.evaluation.bbh;

import static io.kernelign.evaluation.OwnFiles.refusal;
import static io.kernelign.evaluation.OwnFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.Golden;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.JsonRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigBenchHardTest {

    private final BigBenchHard bbh = new BigBenchHard();

    @TempDir
    Path folder;

    private void task(String examples) throws IOException {
        write(folder, "bbh/colours.json", "{\"canary\": \"keep out\", \"examples\": [" + examples + "]}");
    }

    @Test
    void the_tasks_examples_stand_before_the_question_without_the_warning() throws IOException {
        task("{\"input\": \"Is the sky blue?\", \"target\": \"Yes\"}");
        write(folder, "cot-prompts/colours.txt", "keep out", "-----", "Answer.", "", "Q: Grass?", "A: Green.");

        var question = (WrittenQuestion) bbh.read(folder).get(0);

        assertThat(question.id()).isEqualTo("colours/1");
        assertThat(question.prompt().text())
                .isEqualTo("Answer.\n\nQ: Grass?\nA: Green.\n\nQ: Is the sky blue?\nA: Let's think step by step.");
        assertThat(question.answered("So the answer is yes.").value()).isEqualTo(1);
        assertThat(question.answered("So the answer is (Yes).").value()).isZero();
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_example() throws IOException {
        task("{\"input\": \"Is the sky blue?\", \"target\": \"Yes\"}");
        assertThat(refusal(bbh, folder)).startsWith("cot-prompts/colours.txt is missing");

        write(folder, "cot-prompts/colours.txt", "Q: Grass?");
        assertThat(refusal(bbh, folder))
                .startsWith("cot-prompts/colours.txt is \"Q: Grass?")
                .contains("-----");

        write(folder, "cot-prompts/colours.txt", "keep out", "-----", "Q: Grass?");
        task("{\"input\": \"Is the sky blue?\", \"target\": \"Yes\"}, {\"input\": \"Is it red?\"}");
        assertThat(refusal(bbh, folder))
                .isEqualTo("bbh/colours.json, example 2, target is missing; accepted is a text that is not blank");

        task("");
        assertThat(refusal(bbh, folder)).startsWith("bbh/colours.json, examples is ARRAY");

        task("{");
        assertThat(refusal(bbh, folder))
                .startsWith("bbh/colours.json, line 1, value is ")
                .endsWith("accepted is JSON");
    }

    @Tag("shared")
    @Test
    void prompts_and_verdicts_of_27_tasks_are_those_of_lm_evaluation_harness() throws IOException {
        var golden = Golden.read("bbh");
        var data = Golden.shared("bbh");
        var questions = bbh.read(data);
        var targets = targets(data, questions);
        List<Result> results = IntStream.range(0, questions.size())
                .mapToObj(number ->
                        ((WrittenQuestion) questions.get(number)).answered(distorted(number, targets.get(number))))
                .toList();
        var harness = golden.get("harness").asString();

        assertThat(Golden.promptsOf(questions)).isEqualTo(golden.get("prompts").asString());
        assertThat(Golden.digits(results)).isEqualTo(golden.get("verdicts").asString());
        assertThat(asTaught(Golden.digits(results)))
                .as("of answers that end as the examples do, its own task for the benchmark says the same")
                .isEqualTo(asTaught(harness))
                .isNotEmpty();
    }

    private static List<String> targets(Path data, List<Question> questions) throws IOException {
        var targets = new ArrayList<String>();
        for (var task : questions.stream().map(Question::group).distinct().toList()) {
            JsonRows.ofList(new BenchmarkFolder(data), "bbh/" + task + ".json", "examples")
                    .forEach(row -> targets.add(row.text("target")));
        }
        return targets;
    }

    /** As {@code oracles/distorted_answers.py} has it. */
    private static String distorted(int number, String target) {
        var forms = forms(target);
        return forms.get(number % forms.size());
    }

    private static List<String> forms(String target) {
        return List.of(
                "First this, then that. So the answer is " + target + ".",
                "So the answer is " + target,
                "So the answer is " + target + ". That is all.",
                target,
                "  " + target + "\n",
                "So the answer is " + target.toLowerCase(Locale.ROOT) + ".",
                "So the answer is not " + target + ".",
                "So the answer is " + target + ".\n\nQ: What else?\nA: So the answer is nothing.",
                "Therefore the answer is\n" + target + ".",
                "the answer is " + target.toUpperCase(Locale.ROOT) + ".",
                "I do not know.");
    }

    /** The digits of answers of the first form. */
    private static String asTaught(String digits) {
        int forms = forms("").size();
        return IntStream.range(0, digits.length())
                .filter(number -> number % forms == 0)
                .mapToObj(number -> digits.substring(number, number + 1))
                .collect(Collectors.joining());
    }
}

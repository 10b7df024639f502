package io.kernelign.evaluation.mmlu;

import static io.kernelign.evaluation.OwnFiles.refusal;
import static io.kernelign.evaluation.OwnFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.ChoiceQuestion;
import io.kernelign.evaluation.Golden;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MmluTest {

    private static final String HEADING = "The following are multiple choice questions (with answers) about  ";

    private final Mmlu mmlu = new Mmlu();

    @TempDir
    Path folder;

    @Test
    void a_question_is_put_as_the_authors_put_it_and_the_letter_is_the_answer() throws IOException {
        write(folder, "test/land_and_sea_test.csv", "\"Which is \"\"blue\"\"?\",\"earth, say\",sea,mud,sand,B");

        var question = (ChoiceQuestion) mmlu.read(folder).get(0);

        assertThat(question.id()).isEqualTo("land_and_sea/1");
        assertThat(question.prompt().text())
                .isEqualTo(HEADING
                        + "land and sea.\n\nWhich is \"blue\"?\nA. earth, say\nB. sea\nC. mud\nD. sand\nAnswer:");
        assertThat(question.prompt().opening()).isEqualTo("Answer:");
        assertThat(question.choices()).containsExactly(" A", " B", " C", " D");
        assertThat(question.answered(new double[] {-2, -1, -3, -4}).value()).isEqualTo(1);
    }

    @Test
    void questions_come_by_subject_and_row() throws IOException {
        write(folder, "test/virology_test.csv", "q,a,b,c,d,A", "", "r,a,b,c,d,B");
        write(folder, "test/anatomy_test.csv", "s,a,b,c,d,D");

        assertThat(mmlu.read(folder)).extracting(Question::id).containsExactly("anatomy/1", "virology/1", "virology/2");
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_line() throws IOException {
        assertThat(refusal(mmlu, folder)).startsWith("test/(\\w+)_test\\.csv is missing; accepted is MMLU's questions");

        write(folder, "test/anatomy_test.csv", "q,a,b,c,d,A", "r,a,b,c,d,E");
        assertThat(refusal(mmlu, folder))
                .isEqualTo("test/anatomy_test.csv, line 2, answer is \"E\"; accepted is A, B, C or D");

        write(folder, "test/anatomy_test.csv", "q,a,b,c,A");
        assertThat(refusal(mmlu, folder))
                .isEqualTo("test/anatomy_test.csv, line 1, number of fields is 5; "
                        + "accepted is 6: question, A, B, C, D, answer");

        write(folder, "test/anatomy_test.csv", "");
        assertThat(refusal(mmlu, folder)).startsWith("test/anatomy_test.csv is \"empty\"");

        write(folder, "test/anatomy_test.csv", "q,\"a\"b,c,d,e,A");
        assertThat(refusal(mmlu, folder))
                .startsWith("test/anatomy_test.csv is ")
                .endsWith("CSV as RFC 4180 has it");
    }

    @Tag("shared")
    @Test
    void prompts_and_verdicts_of_57_subjects_are_those_of_lm_evaluation_harness() throws IOException {
        var golden = Golden.read("mmlu");
        var questions = mmlu.read(Golden.shared("mmlu"));
        List<Result> results = IntStream.range(0, questions.size())
                .mapToObj(number -> ((ChoiceQuestion) questions.get(number)).answered(distorted(number + 1)))
                .toList();

        assertThat(Golden.promptsOf(questions)).isEqualTo(golden.get("prompts").asString());
        assertThat(Golden.digits(results)).isEqualTo(golden.get("verdicts").asString());
    }

    /** As {@code oracles/distorted_answers.py} has it. */
    private static double[] distorted(int number) {
        return IntStream.range(0, 4)
                .mapToDouble(choice -> -((number * 7 + choice * 5) % 3))
                .toArray();
    }
}

package io.kernelign.evaluation.alpaca;

import static io.kernelign.evaluation.OwnFiles.refusal;
import static io.kernelign.evaluation.OwnFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.evaluation.Golden;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Score;
import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlpacaEvalTest {

    /** Prefers the answer that says please. */
    private static final Judge POLITE = inquiry -> {
        int please = inquiry.indexOf("please");
        return please < 0 ? "SAME" : please < inquiry.indexOf("</first>") ? "FIRST" : "SECOND";
    };

    private static final Judge ALWAYS_FIRST = inquiry -> "FIRST";

    @TempDir
    Path folder;

    private List<Question> questions(Judge judge) throws IOException {
        var row =
                "{\"dataset\": \"own\", \"instruction\": \"Say hello %d\", \"output\": \"hello\", \"generator\": \"x\"}";
        write(folder, "text_davinci_003/model_outputs.json", "[" + row.formatted(1) + "," + row.formatted(4) + "]");
        return AlpacaEval.first(judge).read(folder);
    }

    private static List<Result> answered(List<Question> questions, String answer) {
        return questions.stream()
                .map(question -> ((WrittenQuestion) question).answered(answer))
                .toList();
    }

    @Test
    void the_better_answer_wins_wherever_it_stands_and_a_draw_counts_half() throws IOException {
        var metric = AlpacaEval.first(POLITE).metric();

        assertThat(metric.of(answered(questions(POLITE), "hello, please"))).isEqualTo(1);
        assertThat(metric.of(answered(questions(POLITE), "hello"))).isEqualTo(0.5);
    }

    @Test
    void a_judge_that_likes_what_comes_first_likes_either_model_about_as_often() {
        long first = IntStream.range(0, 1000)
                .filter(i -> PairJudge.answerFirst("instruction " + i))
                .count();
        var verdicts = List.of(
                new PairJudge(ALWAYS_FIRST).prefer("instruction 1", "a", "b"),
                new PairJudge(ALWAYS_FIRST).prefer("instruction 1", "c", "b"));

        assertThat(first).isBetween(450L, 550L);
        assertThat(verdicts.get(0)).as("the order is the instruction's").isEqualTo(verdicts.get(1));
    }

    @Test
    void a_judges_nonsense_decides_nothing() throws IOException {
        var results = answered(questions(inquiry -> "Both are fine."), "hello");

        assertThat(results).extracting(Result::verdict).containsOnly(Verdict.cannotSay("Both are fine."));
    }

    @Test
    void the_length_of_the_answers_is_told_beside_the_win_rate() throws IOException {
        var score = Score.of(AlpacaEval.first(POLITE).metric(), answered(questions(POLITE), "hello \uD83D\uDC4B"));

        assertThat(score.meanCharacters()).isCloseTo(7, within(1e-12));
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_example() throws IOException {
        var second = AlpacaEval.second(POLITE);
        assertThat(refusal(second, folder)).startsWith("gpt4_1106_preview/model_outputs.json is missing");

        write(folder, "gpt4_1106_preview/model_outputs.json", "{}");
        assertThat(refusal(second, folder))
                .isEqualTo("gpt4_1106_preview/model_outputs.json is OBJECT; accepted is a list of at least one object");

        write(folder, "gpt4_1106_preview/model_outputs.json", "[{\"instruction\": \"Say\", \"output\": null}]");
        assertThat(refusal(second, folder))
                .startsWith("gpt4_1106_preview/model_outputs.json, example 1, output is missing");
    }

    @Tag("shared")
    @Test
    void the_authors_references_are_read() throws IOException {
        var data = Golden.shared("alpaca_eval");

        assertThat(AlpacaEval.first(POLITE).read(data)).hasSize(805);
        assertThat(AlpacaEval.second(POLITE).read(data)).hasSize(805);
    }
}

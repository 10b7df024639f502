package io.kernelign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final Metric WIN_RATE = new MeanValue("win rate", true);
    private static final Metric OF_TASKS = new MeanOfGroups("mean accuracy of tasks", true);

    private static Result result(String id, String group, double value) {
        return new Result(id, group, Verdict.of(value, ""), 10);
    }

    @Test
    void an_answer_that_cannot_be_judged_counts_for_nothing_and_is_told() {
        var undecided = new Result("q3", "a", Verdict.cannotSay("hm"), 999);

        var score = Score.of(MeanValue.ACCURACY, List.of(result("q1", "a", 1), result("q2", "b", 0), undecided));

        assertThat(score.value()).isEqualTo(0.5);
        assertThat(score.decided()).isEqualTo(2);
        assertThat(score.undecided()).isEqualTo(1);
        assertThat(score.groups()).isEqualTo(Map.of("a", 1.0, "b", 0.0));
        assertThat(score.meanCharacters()).isEqualTo(10);
    }

    @Test
    void there_is_no_score_when_nothing_could_be_judged() {
        var undecided = List.of(new Result("q1", "a", Verdict.cannotSay("hm"), 2));

        assertThatThrownBy(() -> Score.of(MeanValue.ACCURACY, undecided))
                .hasMessage("none of 1 answers could be judged");
    }

    @Test
    void each_task_counts_the_same_however_many_questions_it_has() {
        var results = List.of(
                result("q1", "large", 1), result("q2", "large", 1), result("q3", "large", 1), result("q4", "small", 0));

        assertThat(Score.of(OF_TASKS, results).value()).isEqualTo(0.5);
        assertThat(Score.of(MeanValue.ACCURACY, results).value()).isEqualTo(0.75);
    }

    @Test
    void shares_have_an_exact_interval_even_where_all_is_right() {
        var allRight = List.of(result("q1", "a", 1), result("q2", "a", 1), result("q3", "a", 1));

        var interval = Score.of(MeanValue.ACCURACY, allRight).interval();

        assertThat(interval.low()).isCloseTo(Math.cbrt(0.025), within(1e-9));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void a_resampled_interval_is_about_as_wide_as_the_normal_one_and_the_same_each_time() {
        var results = new ArrayList<Result>();
        for (int i = 0; i < 400; i++) {
            results.add(result("q" + i, "a", i % 4 == 0 ? 0.5 : i % 2));
        }

        var score = Score.of(WIN_RATE, results);

        double deviation = Math.sqrt(results.stream()
                .mapToDouble(result -> Math.pow(result.value() - score.value(), 2))
                .average()
                .orElseThrow());
        assertThat(score.interval().high() - score.interval().low())
                .isCloseTo(2 * 1.96 * deviation / Math.sqrt(400), within(0.01));
        assertThat(Score.of(WIN_RATE, results)).isEqualTo(score);
    }

    @Test
    void resamples_keep_the_tasks_so_that_tasks_without_chance_have_none() {
        var results = List.of(
                result("q1", "known", 1),
                result("q2", "known", 1),
                result("q3", "unknown", 0),
                result("q4", "unknown", 0));

        assertThat(Score.of(OF_TASKS, results).interval()).isEqualTo(new Interval(0.5, 0.5));
    }
}

package io.kernelign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Metric TOXIC_SHARE = new MeanValue("toxic share", false);

    private final List<Result> before = new ArrayList<>();
    private final List<Result> after = new ArrayList<>();

    private void answered(int times, double earlier, double later) {
        for (int i = 0; i < times; i++) {
            var id = "q" + before.size();
            before.add(new Result(id, "a", Verdict.of(earlier, ""), 1));
            after.add(new Result(id, "a", Verdict.of(later, ""), 1));
        }
    }

    @Test
    void changed_answers_are_tested_as_scipys_exact_binomial_test_does() {
        for (var test : Golden.read("statistics").get("changes")) {
            before.clear();
            after.clear();
            answered(test.get("better").asInt(), 0, 1);
            answered(test.get("worse").asInt(), 1, 0);
            answered(5, 1, 1);

            assertThat(Comparison.of(MeanValue.ACCURACY, before, after).probability())
                    .isCloseTo(test.get("probability").asDouble(), within(1e-12));
        }
    }

    @Test
    void a_model_is_compared_on_the_questions_that_are_decided_both_before_and_after() {
        answered(6, 0, 1);
        answered(2, 1, 0);
        answered(2, 1, 1);
        before.add(new Result("undecided", "a", Verdict.cannotSay(""), 1));
        after.add(new Result("undecided", "a", Verdict.of(true, ""), 1));
        after.add(new Result("new", "a", Verdict.of(true, ""), 1));

        var comparison = Comparison.of(MeanValue.ACCURACY, before, after);

        assertThat(comparison.questions()).isEqualTo(10);
        assertThat(comparison.before()).isEqualTo(0.4);
        assertThat(comparison.after()).isEqualTo(0.8);
        assertThat(comparison.difference()).isCloseTo(0.4, within(1e-12));
        assertThat(comparison.better()).isEqualTo(6);
        assertThat(comparison.worse()).isEqualTo(2);
        assertThat(comparison.interval().low()).isBetween(-0.3, 0.1);
        assertThat(comparison.interval().high()).isBetween(0.6, 1.0);
    }

    @Test
    void fewer_toxic_answers_are_better_ones() {
        answered(3, 1, 0);
        answered(1, 0, 1);

        var comparison = Comparison.of(TOXIC_SHARE, before, after);

        assertThat(comparison.difference()).isEqualTo(-0.5);
        assertThat(comparison.better()).isEqualTo(3);
        assertThat(comparison.worse()).isEqualTo(1);
    }

    @Test
    void the_order_of_the_results_does_not_matter() {
        answered(6, 0, 1);
        answered(4, 1, 0);
        var turned = new ArrayList<>(before);
        Collections.reverse(turned);

        assertThat(Comparison.of(MeanValue.ACCURACY, turned, after))
                .isEqualTo(Comparison.of(MeanValue.ACCURACY, before, after));
    }

    @Test
    void a_question_that_is_there_twice_and_models_with_no_question_in_common_are_refused() {
        answered(1, 0, 1);
        var twice = List.of(before.get(0), before.get(0));

        assertThatThrownBy(() -> Comparison.of(MeanValue.ACCURACY, twice, after))
                .hasMessage("question q0 is there twice");
        assertThatThrownBy(() -> Comparison.of(MeanValue.ACCURACY, List.of(), after))
                .hasMessage("no question is decided both before and after");
    }
}

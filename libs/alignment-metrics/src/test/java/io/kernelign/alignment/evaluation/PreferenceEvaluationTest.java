package io.kernelign.alignment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PreferenceEvaluationTest {

    private static final JsonNode GOLDEN = Golden.read("preference-evaluation");

    @Test
    void preference_f1_overall_macro_and_by_task_equals_scikit_learns() {
        var pairs = Golden.elements(GOLDEN.get("pairs")).stream()
                .map(pair -> new JudgedPair(
                        pair.get("id").asString(),
                        pair.get("task").isNull() ? null : pair.get("task").asString(),
                        pair.get("chosenScore").asDouble(),
                        pair.get("rejectedScore").asDouble()))
                .toList();
        var expected = GOLDEN.get("f1");

        var f1 = PreferenceF1.of(pairs);

        assertThat(f1.overall().value()).isCloseTo(expected.get("overall").asDouble(), within(1e-9));
        assertThat(f1.macro().value()).isCloseTo(expected.get("macro").asDouble(), within(1e-9));
        assertThat(f1.byTask()).containsOnlyKeys("factuality", "reasoning", "safety", "untagged");
        f1.byTask().forEach((task, estimate) -> assertThat(estimate.value())
                .as(task)
                .isCloseTo(expected.get("byTask").get(task).asDouble(), within(1e-9)));
    }

    @Test
    void a_model_that_knows_every_preference_has_f1_1_and_one_that_knows_none_has_0() {
        assertThat(PreferenceF1.of(pairs(1, 0)).overall().value()).isEqualTo(1);
        assertThat(PreferenceF1.of(pairs(0, 1)).overall().value()).isZero();
        assertThat(PreferenceF1.of(pairs(1, 1)).overall().value()).isZero();
    }

    private static List<JudgedPair> pairs(double chosen, double rejected) {
        return Stream.of("a", "b", "c", "d", "e", "f")
                .map(id -> new JudgedPair(id, null, chosen, rejected))
                .toList();
    }

    static Stream<JsonNode> calibrations() {
        return Golden.elements(GOLDEN.get("calibrations")).stream();
    }

    @ParameterizedTest
    @MethodSource("calibrations")
    void calibration_equals_scikit_learns(JsonNode golden) {
        var calibration = Calibration.of(Golden.doubles(golden.get("margins")));

        assertThat(calibration.expectedError())
                .isCloseTo(golden.get("expectedError").asDouble(), within(1e-9));
        assertThat(calibration.brier()).isCloseTo(golden.get("brier").asDouble(), within(1e-9));
    }

    @Test
    void no_preference_is_calibrated_with_a_brier_score_of_a_quarter_and_certainty_costs_what_it_gets_wrong() {
        assertThat(Calibration.of(new double[] {0, 0})).isEqualTo(new Calibration(0, 0.25));
        assertThat(Calibration.of(new double[] {800, 800, 800, -800})).isEqualTo(new Calibration(0.25, 0.25));
    }

    static Stream<JsonNode> planes() {
        return Golden.elements(GOLDEN.get("planes")).stream();
    }

    @ParameterizedTest
    @MethodSource("planes")
    void the_plane_of_most_variance_equals_scikit_learns(JsonNode golden) {
        var plane = PrincipalPlane.of(rows(golden.get("points")));

        assertThat(plane.explained()).containsExactly(Golden.doubles(golden.get("explained")), within(1e-9));
        var projected = plane.project(rows(golden.get("new")));
        var expected = Golden.elements(golden.get("projected"));
        for (int i = 0; i < projected.length; i++) {
            assertThat(projected[i]).containsExactly(Golden.doubles(expected.get(i)), within(1e-5));
        }
    }

    @Test
    void points_that_do_not_differ_lie_in_the_middle_of_the_plane() {
        var plane = PrincipalPlane.of(new float[][] {{1, 2}, {1, 2}});

        assertThat(plane.explained()).containsOnly(0);
        assertThat(plane.project(new float[][] {{1, 2}})[0]).containsOnly(0);
    }

    private static float[][] rows(JsonNode list) {
        return Golden.elements(list).stream().map(Golden::floats).toArray(float[][]::new);
    }

    static Stream<JsonNode> clusters() {
        return Golden.elements(GOLDEN.get("clusters")).stream();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void the_davies_bouldin_score_equals_scikit_learns(JsonNode golden) {
        var points = rows(golden.get("points"));
        var labels = Golden.elements(golden.get("labels")).stream()
                .mapToInt(JsonNode::asInt)
                .toArray();

        assertThat(DaviesBouldin.score(points, labels).getAsDouble())
                .isCloseTo(golden.get("score").asDouble(), within(1e-9));
    }

    @Test
    void clusters_around_one_point_have_no_davies_bouldin_score() {
        var points = new float[][] {{-1}, {1}, {-2}, {2}};

        assertThat(DaviesBouldin.score(points, new int[] {0, 0, 1, 1})).isEmpty();
    }

    @Test
    void one_cluster_or_a_gap_in_the_labels_is_refused() {
        var points = new float[][] {{-1}, {1}};

        assertThatThrownBy(() -> DaviesBouldin.score(points, new int[] {0, 0}))
                .hasMessage("a Davies-Bouldin score needs at least two clusters");
        assertThatThrownBy(() -> DaviesBouldin.score(points, new int[] {0, 2})).hasMessage("cluster 1 has no point");
        assertThatThrownBy(() -> DaviesBouldin.score(points, new int[] {0, 1, 1}))
                .hasMessage("3 labels for 2 points");
    }

    @Test
    void a_tie_counts_half_in_accuracy() {
        assertThat(Accuracy.ofMargins(new double[] {0.3, -0.1, 0, 2})).isEqualTo(0.625);
        assertThat(Accuracy.ofMargins(new double[] {0, 0})).isEqualTo(0.5);
    }

    @Test
    void rewards_are_summarised_with_their_margin() {
        var rewards = Rewards.of(new double[] {0, 10, 20, 30}, new double[] {10, 10, 10, -10});

        assertThat(rewards.chosen())
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-12), Double.class)
                .isEqualTo(new Distribution(4, 15, 0, 1.5, 7.5, 15, 22.5, 28.5, 30));
        assertThat(rewards.margin().mean()).isEqualTo(10);
        assertThat(rewards.margin().most()).isEqualTo(40);
        assertThat(rewards.chosenFell()).isFalse();
    }

    @Test
    void a_falling_chosen_reward_is_flagged_though_the_margin_grows() {
        var rewards = Rewards.of(new double[] {-1, -0.5}, new double[] {-3, -4});

        assertThat(rewards.margin().mean()).isPositive();
        assertThat(rewards.chosenFell()).isTrue();
    }

    @Test
    void nothing_to_evaluate_is_refused() {
        assertThatThrownBy(() -> PreferenceF1.of(List.of())).hasMessage("F1 needs at least one pair");
        assertThatThrownBy(() -> Accuracy.ofMargins(new double[0])).hasMessage("accuracy needs at least one pair");
        assertThatThrownBy(() -> Calibration.of(new double[0])).hasMessage("calibration needs at least one pair");
        assertThatThrownBy(() -> PrincipalPlane.of(new float[0][])).hasMessage("a plane needs at least one point");
        assertThatThrownBy(() -> Rewards.of(new double[0], new double[0]))
                .hasMessage("a distribution needs at least one value");
        assertThatThrownBy(() -> Rewards.of(new double[1], new double[2]))
                .hasMessage("rewards of 1 chosen and 2 rejected responses");
    }
}

package io.kernelign.selector.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.contracts.RuleView;
import io.kernelign.data.embedding.EmbeddedPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final Set<String> OFFERED =
            Set.of("none", "kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya");

    /** Chosen responses lie nearer by the shift. */
    private static Bootstrap data(double shift) {
        var random = new SplittableRandom(1);
        var chosen = new float[400];
        var rejected = new float[400];
        var between = new float[400];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (float) (0.5 + 0.1 * random.nextDouble());
            rejected[i] = (float) (0.5 + shift + 0.1 * random.nextDouble());
        }
        Arrays.fill(between, 0.4f);
        return Bootstrap.of(PairDistances.of(chosen, rejected, between), 20, 1);
    }

    private static Advice advice(double shift) {
        return Advice.of(data(shift), RuleBook.paper(), OFFERED);
    }

    @Test
    void the_objective_speaks_the_vocabulary_of_jobs_and_leaves_defaults_out() {
        assertThat(advice(0).objective())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "formulation", "rkhs_margin",
                        "kernel", Map.of("name", "polynomial"),
                        "divergence", Map.of("name", "bhattacharyya")));
    }

    @Test
    void reasons_quote_the_rule_its_thresholds_and_the_values() {
        assertThat(advice(0).reasons()).hasSize(2);
        assertThat(advice(0).reasons().get(0))
                .matches("Kernel polynomial: \\|NAG\\| < 0\\.05 and \\|PND\\| < 0\\.1 holds "
                        + "\\(NAG = -?0\\.\\d{4}, PND = -?0\\.\\d{4}\\)\\.");
        assertThat(advice(0).reasons().get(1))
                .matches("Divergence bhattacharyya: support overlap > 0\\.6 holds "
                        + "\\(support overlap = [01]\\.\\d{4}\\)\\.");
    }

    @Test
    void a_divergence_that_jobs_cannot_use_is_passed_over_and_the_answer_says_so() {
        var advice = advice(0.2);

        assertThat(advice.divergenceTrace())
                .filteredOn(RuleView::fired)
                .extracting(RuleView::choice)
                .containsExactly("wasserstein", "jensen_shannon");
        assertThat(advice.divergence().choice()).isEqualTo("jensen_shannon");
        assertThat(advice.reasons().get(1))
                .startsWith("Divergence wasserstein was passed over: drift > 0.3 holds (drift = ")
                .endsWith("but jobs can use only bhattacharyya, hellinger, jensen_shannon, kl, none, renyi here.");
    }

    @Test
    void when_no_kernel_rule_holds_the_mixture_is_recommended_and_the_answer_says_that_none_held() {
        var advice = advice(0.2);

        assertThat(advice.kernelTrace()).hasSize(4).noneMatch(RuleView::fired);
        assertThat(advice.reasons().get(0))
                .isEqualTo("Kernel hmk: no kernel rule holds, so the mixture that learns its weights is recommended.");
    }

    @Test
    void what_the_data_cannot_say_is_null() {
        var same = new float[50];
        var advice = Advice.of(Bootstrap.of(PairDistances.of(same, same, same), 20, 1), RuleBook.paper(), OFFERED);

        assertThat(advice.metrics()).hasSize(8).allMatch(metric -> metric.value() == null);
        assertThat(advice.objective().get("kernel")).isEqualTo(Map.of("name", "hmk"));
        assertThat(advice.objective().get("divergence")).isEqualTo(Map.of("name", "kl"));
    }

    @Test
    void few_pairs_missing_prompts_length_bias_and_a_missing_reference_are_warned_of() {
        assertThat(Warnings.of(200, 0, -0.29, false)).isEmpty();
        assertThat(Warnings.of(199, 3, 0.3, true))
                .satisfiesExactly(
                        few -> assertThat(few).startsWith("Only 199 pairs were measured; below 200 "),
                        blank -> assertThat(blank).startsWith("3 of 199 pairs have no prompt"),
                        length -> assertThat(length)
                                .isEqualTo(
                                        "The correlation of being chosen with length is 0.30: a model may learn to answer "
                                                + "at length and little else."),
                        reference -> assertThat(reference).endsWith("so the paper's thresholds were used."));
    }

    @Test
    void length_bias_is_the_correlation_of_being_chosen_with_length() {
        var texts = List.of("", "a", "abc", "abcdef");
        var longer = List.of(new EmbeddedPair(0, 0, 2, 1), new EmbeddedPair(1, 0, 3, 2));

        // scipy.stats.pointbiserialr([1, 0, 1, 0], [3, 1, 6, 3])
        assertThat(LengthBias.of(longer, texts)).isCloseTo(0.7001400420140049, within(1e-12));
        assertThat(LengthBias.of(List.of(new EmbeddedPair(0, 0, 1, 1)), texts)).isZero();
    }
}

package io.kernelign.selector.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.StabilityView;
import io.kernelign.contracts.ThresholdView;
import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.profile.Languages;
import io.kernelign.data.sample.PairSample;
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
        return Advice.of(data(shift), 400, RuleBook.paper(), OFFERED);
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
    void a_metric_tells_every_threshold_that_a_rule_compares_it_with_also_of_rules_that_were_not_reached() {
        assertThat(advice(0).metrics())
                .filteredOn(metric -> metric.name().equals("kurtosis"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.thresholds())
                        .extracting(ThresholdView::choice, ThresholdView::comparison, ThresholdView::threshold)
                        .containsExactly(
                                tuple("renyi", "above", 3.0),
                                tuple("jensen_shannon", "at_most", 3.0),
                                tuple("hellinger", "at_most", 3.0)));
        assertThat(advice(0).metrics())
                .filteredOn(metric -> metric.name().equals("supportOverlap"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.thresholds())
                        .filteredOn(ThresholdView::holds)
                        .extracting(ThresholdView::choice)
                        .containsExactly("bhattacharyya"));
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
    void data_that_cannot_say_anything_get_plain_dpo_and_the_answer_says_why() {
        var same = new float[400];
        Arrays.fill(same, 0.7f);
        var constant = Bootstrap.of(PairDistances.of(same, same, same), 20, 1);

        var advice = Advice.of(constant, 400, RuleBook.paper(), OFFERED);

        assertThat(advice.metrics()).hasSize(8).allMatch(metric -> metric.value() == null);
        assertPlain(advice, "all embeddings lie equally far from each other");
    }

    @Test
    void fewer_than_50_different_pairs_cannot_say_anything_however_clear_they_look() {
        assertPlain(
                Advice.of(data(0.2), 49, RuleBook.paper(), OFFERED),
                "the number of different pairs is 49, and below 50 any choice would be a guess");
    }

    private static void assertPlain(Advice advice, String why) {
        assertThat(advice.objective())
                .containsEntry("kernel", Map.of("name", "none"))
                .containsEntry("divergence", Map.of("name", "kl"));
        assertThat(advice.reasons()).containsExactly("The data cannot say: " + why + ". Plain DPO is recommended.");
        assertThat(advice.stability()).isEqualTo(new StabilityView(0, 0));
        assertThat(advice.kernelTrace()).isEmpty();
        assertThat(advice.candidates().stream().filter(CandidateView::recommended))
                .singleElement()
                .satisfies(plain -> assertThat(plain.kernel()).isEqualTo("none"));
    }

    @Test
    void data_without_a_fault_are_warned_of_nothing() {
        var languages = List.of(new Languages.Share("eng", 0.97), new Languages.Share("und", 0.03));

        assertThat(Warnings.of(new SampleFacts(200, 0, 0, 2, 0, languages, -0.29), false))
                .isEmpty();
        assertThat(Warnings.of(new SampleFacts(200, 0, 0, 0, 0, List.of(), 0), false))
                .isEmpty();
    }

    @Test
    void everything_that_takes_trust_from_the_metrics_is_warned_of() {
        var languages = List.of(new Languages.Share("eng", 0.8), new Languages.Share("deu", 0.15));

        assertThat(Warnings.of(new SampleFacts(199, 3, 4, 5, 6, languages, 0.3), true))
                .satisfiesExactly(
                        few -> assertThat(few).startsWith("Only 199 pairs were measured; below 200 "),
                        blank -> assertThat(blank).startsWith("3 of 199 pairs have no prompt"),
                        identical -> assertThat(identical)
                                .isEqualTo(
                                        "4 of 199 pairs have the same text as chosen and rejected; they prefer nothing."),
                        near -> assertThat(near)
                                .isEqualTo(
                                        "5 of 199 pairs hardly differ from another one: the intervals are too narrow."),
                        leaked -> assertThat(leaked)
                                .isEqualTo(
                                        "6 of 199 pairs have a prompt that held-out pairs have too: what is measured on "
                                                + "the held-out side looks better than it is."),
                        language -> assertThat(language)
                                .isEqualTo(
                                        "80 % of the responses are in eng and 15 % in deu: the choice is made for the "
                                                + "first and says little about others."),
                        length -> assertThat(length)
                                .isEqualTo(
                                        "The correlation of being chosen with length is 0.30: a model may learn to answer "
                                                + "at length and little else."),
                        reference -> assertThat(reference).endsWith("so the paper's thresholds were used."));
    }

    @Test
    void facts_are_counted_from_the_texts_of_the_measured_pairs() {
        var texts = List.of(
                "What is a violin?",
                " ",
                "It is a small string instrument, and it is played with a bow by many people in all kinds of music.",
                "It is a small string instrument; and it is played with a bow, by many people, in all kinds of music!",
                "No.");
        var pairs = List.of(
                new EmbeddedPair(0, 0, 2, 4),
                new EmbeddedPair(1, 0, 3, 4),
                new EmbeddedPair(2, 1, 4, 4),
                new EmbeddedPair(3, 0, 2, 4));
        var sample = new PairSample(texts, pairs, List.of(0, 1, 2, 3));

        var facts = SampleFacts.of(sample, pairs, Set.of("What is a violin?", " "));

        assertThat(facts.pairs()).isEqualTo(4);
        assertThat(facts.withoutPrompt()).isEqualTo(1);
        assertThat(facts.identical()).isEqualTo(1);
        assertThat(facts.nearDuplicates()).isEqualTo(2);
        assertThat(facts.leaked()).isEqualTo(3);
        assertThat(facts.languages()).isNotEmpty();
        assertThat(sample.usable(pairs)).isEqualTo(2);
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

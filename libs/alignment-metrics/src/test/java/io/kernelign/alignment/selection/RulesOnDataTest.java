package io.kernelign.alignment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of Sec. 5 on a data set that is made for it, with the paper's thresholds. */
class RulesOnDataTest {

    private static final int PAIRS = 2_000;
    private static final SplittableRandom RANDOM = new SplittableRandom(12);

    static Stream<Arguments> kernels() {
        return Stream.of(
                Arguments.of("rbf", data(i -> uniform(0.65, 0.75), i -> uniform(0.65, 0.75), 0.3)),
                Arguments.of("polynomial", data(i -> uniform(0.6, 0.8), i -> uniform(0.6, 0.8), 0.6)),
                Arguments.of("mahalanobis", data(i -> 0.4 + 0.5 * i / PAIRS, i -> 0.43 + 0.5 * i / PAIRS, 0.6)),
                Arguments.of("spectral", data(i -> uniform(0.5, 0.7), i -> uniform(0.6, 0.8), 1)),
                Arguments.of("hmk", data(i -> uniform(0.7, 0.9), i -> uniform(0.5, 0.7), 0.6)));
    }

    static Stream<Arguments> divergences() {
        return Stream.of(
                Arguments.of("bhattacharyya", data(i -> uniform(0.4, 0.6), i -> uniform(0.4, 0.6), 0.4)),
                Arguments.of("wasserstein", data(i -> uniform(0.4, 0.5), i -> uniform(0.5, 0.6), 0.4)),
                Arguments.of(
                        "renyi", data(i -> uniform(0.496, 0.504), i -> 0.5 + side(i) * (i % 20 < 2 ? 0.3 : 0.05), 0.4)),
                Arguments.of("jensen_shannon", data(i -> uniform(0.496, 0.504), i -> 0.5 + side(i) * 0.1, 0.4)),
                Arguments.of("hellinger", data(i -> 0.5, i -> 0.5 + (i % 5 < 2 ? side(i / 5) * 0.1 : 0), 0.4)),
                Arguments.of("kl", data(i -> 0.5, i -> 0.5 + changing(i) * side(i) * 0.1, 0.4)));
    }

    private static double uniform(double from, double to) {
        return RANDOM.nextDouble(from, to);
    }

    private static int side(int i) {
        return i % 2 == 0 ? 1 : -1;
    }

    /** 1 for four fifths of every second window of 100 pairs. */
    private static int changing(int i) {
        return i / 100 % 2 == 0 && i % 10 < 8 ? 1 : 0;
    }

    private static PairDistances data(IntToDoubleFunction chosen, IntToDoubleFunction rejected, double between) {
        return PairDistances.of(floats(chosen), floats(rejected), floats(i -> between));
    }

    private static float[] floats(IntToDoubleFunction of) {
        var floats = new float[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            floats[i] = (float) of.applyAsDouble(i);
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void every_kernel_rule_fires_on_data_made_for_it_and_the_trace_names_it(String kernel, PairDistances data) {
        assertDecides(RuleBook.paper().kernel(), kernel, data);
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void every_divergence_rule_fires_on_data_made_for_it_and_the_trace_names_it(String divergence, PairDistances data) {
        assertDecides(RuleBook.paper().divergence(), divergence, data);
    }

    private static void assertDecides(RuleList rules, String choice, PairDistances data) {
        var decision = rules.decide(Measurements.of(data, 1), rules.choices());

        assertThat(decision.choice()).as("%s", decision.trace()).isEqualTo(choice);
        var tried = decision.trace();
        if (choice.equals(rules.otherwise())) {
            assertThat(tried).hasSameSizeAs(rules.rules()).noneMatch(AppliedRule::fired);
        } else {
            var last = tried.get(tried.size() - 1);
            assertThat(decision.decisive()).contains(last);
            assertThat(last.rule().choice()).isEqualTo(choice);
            assertThat(List.copyOf(tried.subList(0, tried.size() - 1))).noneMatch(AppliedRule::fired);
        }
    }
}

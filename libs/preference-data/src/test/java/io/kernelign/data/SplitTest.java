package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static Map<String, Split> sides(Imported imported) {
        return imported.pairs().stream().collect(Collectors.toMap(PreferencePair::id, PreferencePair::split));
    }

    @Test
    void a_tenth_of_the_prompts_is_held_out_by_default() {
        var report = Imported.of(OPTIONS, rows(5_000)).report();
        // Four standard deviations of a binomial count are 85.
        assertThat(report.heldOutPairs()).isBetween(415L, 585L);
        assertThat(report.trainPairs() + report.heldOutPairs()).isEqualTo(5_000).isEqualTo(report.pairs());
    }

    @Test
    void a_prompt_never_stands_on_both_sides() {
        var lines = IntStream.range(0, 2_000)
                .mapToObj(i -> row("question " + i % 100, "good " + i, "bad"))
                .toArray(String[]::new);
        var byPrompt = Imported.of(OPTIONS, lines).pairs().stream()
                .collect(Collectors.groupingBy(
                        PreferencePair::prompt, Collectors.mapping(PreferencePair::split, Collectors.toSet())));
        assertThat(byPrompt).hasSize(100);
        assertThat(byPrompt.values()).allMatch(sides -> sides.size() == 1);
    }

    @Test
    void the_split_depends_on_the_seed_but_not_on_the_order_of_the_rows() {
        var lines = rows(500);
        var sides = sides(Imported.of(OPTIONS, lines));
        Collections.shuffle(Arrays.asList(lines), new Random(1));
        assertThat(sides(Imported.of(OPTIONS, lines))).isEqualTo(sides);
        assertThat(sides(Imported.of(OPTIONS.withSplit(0.1, 1), lines))).isNotEqualTo(sides);
    }

    @Test
    void both_sides_have_a_pair_as_soon_as_there_are_two_prompts() {
        for (int seed = 0; seed < 20; seed++) {
            for (var share : new double[] {0.01, 0.99}) {
                var two = new String[] {row("q", "a", "b"), row("r", "a", "b"), row("r", "c", "b")};
                var result = Imported.of(OPTIONS.withSplit(share, seed), two);
                assertThat(result.report().trainPairs()).isPositive();
                assertThat(result.report().heldOutPairs()).isPositive();
                assertThat(result.pairs())
                        .extracting(PreferencePair::split)
                        .filteredOn(Split.TRAIN::equals)
                        .hasSize((int) result.report().trainPairs());
                assertThat(result.pairs().get(1).split())
                        .isEqualTo(result.pairs().get(2).split());
            }
        }
    }

    @Test
    void a_single_prompt_is_for_training() {
        for (int seed = 0; seed < 20; seed++) {
            var result = Imported.of(OPTIONS.withSplit(0.5, seed), row("q", "a", "b"), row("q", "c", "b"));
            assertThat(result.pairs()).extracting(PreferencePair::split).containsOnly(Split.TRAIN);
        }
    }

    private static final String LONG =
            "Please tell me in a few plain words how a steam engine turns the heat of burning coal"
                    + " into the motion of a wheel, and why the first ones needed so much of it, number ";

    /** Five hundred prompts of which each stands beside one that differs in the last word only. */
    private static String[] nearlyTheSame() {
        var random = new Random(1);
        return IntStream.range(0, 500)
                .boxed()
                .flatMap(i -> {
                    var words = random.ints(40, 0, 9_000)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(" "));
                    return Stream.of(row(words + " one", "good", "bad " + i), row(words + " two", "good", "bad " + i));
                })
                .toArray(String[]::new);
    }

    @Test
    void prompts_that_are_nearly_the_same_stand_on_one_side() {
        var imported = Imported.of(OPTIONS.withSplit(0.5, 0), nearlyTheSame());
        var sides = imported.pairs().stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.rejected().get(0).content(),
                        Collectors.mapping(PreferencePair::split, Collectors.toSet())));
        assertThat(sides.values()).filteredOn(both -> both.size() > 1).hasSizeLessThan(10);
        assertThat(imported.report().prompts().different()).isEqualTo(1_000);
        assertThat(imported.report().prompts().nearlyTheSame()).isGreaterThan(980);
        assertThat(imported.report().prompts().acrossSides()).isZero();
        assertThat(imported.report().heldOutPairs()).isBetween(400L, 600L);
    }

    @Test
    void a_split_of_the_data_sets_own_is_kept_and_what_is_nearly_the_same_across_it_is_counted() {
        var lines = new String[] {
            row(LONG + "one", "a", "b").replace("{", "{\"split\":\"train\","),
            row(LONG + "two", "a", "b").replace("{", "{\"split\":\"test\","),
            row("another question", "a", "b").replace("{", "{\"split\":\"test\",")
        };
        var report = Imported.of(OPTIONS, lines).report();
        assertThat(report.splitBy()).isEqualTo("the data set's own split");
        assertThat(report.prompts()).isEqualTo(new Prompts(3, 2, 2));
    }
}

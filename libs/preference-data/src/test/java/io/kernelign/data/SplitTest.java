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
}

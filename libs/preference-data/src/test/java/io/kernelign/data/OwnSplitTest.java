package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A column {@code split} of the data set itself. */
class OwnSplitTest {

    private static final String BY_PROMPT =
            "the hash of the prompt with seed 0, a share of 0.1 held out, prompts that are nearly the same together";

    private static String rowOf(String prompt, String split) {
        return row(prompt, "a", "b").replace("}", ", \"split\": \"" + split + "\"}");
    }

    private static List<Split> sides(Imported imported) {
        return imported.pairs().stream().map(PreferencePair::split).toList();
    }

    @Test
    void a_column_that_every_row_has_decides() {
        var imported = Imported.of(OPTIONS, rowOf("p", "train"), rowOf("q", "test"), rowOf("r", "train"));
        assertThat(sides(imported)).containsExactly(Split.TRAIN, Split.HELD_OUT, Split.TRAIN);
        assertThat(imported.report().splitBy()).isEqualTo("the data set's own split");
        assertThat(imported.report().trainPairs()).isEqualTo(2);
    }

    @Test
    void it_decides_even_that_a_side_is_empty() {
        var imported = Imported.of(OPTIONS, rowOf("p", "train"), rowOf("q", "train"));
        assertThat(imported.report().heldOutPairs()).isZero();
    }

    @Test
    void the_sides_go_by_many_names() {
        var names =
                Stream.of("training", "Validation", "valid", "val", "dev", "eval", "evaluation", "HELD_OUT", "heldout");
        var imported = Imported.of(OPTIONS, names.map(name -> rowOf(name, name)).toArray(String[]::new));
        assertThat(sides(imported))
                .startsWith(Split.TRAIN)
                .filteredOn(Split.HELD_OUT::equals)
                .hasSize(8);
    }

    @Test
    void a_side_of_another_name_is_a_defect() {
        assertThat(Imported.defectOf(rowOf("p", "train"), rowOf("q", "part 3")).message())
                .isEqualTo("line 2, split: expected one of train, training, test, validation, valid, val, dev, eval,"
                        + " evaluation, held_out, heldout, found \"part 3\"");
    }

    @Test
    void a_row_that_leaves_its_side_blank_does_not_name_one() {
        var imported = Imported.of(OPTIONS, rowOf("p", "test"), rowOf("q", ""), rowOf("r", "train"));
        assertThat(imported.report().splitBy())
                .isEqualTo(BY_PROMPT + ", because only 2 of 3 pairs have a split of their own");
    }

    @Test
    void a_column_that_some_rows_lack_decides_nothing_and_the_report_says_so() {
        var plain = IntStream.range(0, 300)
                .mapToObj(i -> row("question " + i, "a", "b"))
                .toArray(String[]::new);
        var mixed = plain.clone();
        mixed[7] = rowOf("question 7", "test");
        mixed[8] = rowOf("question 8", "train");
        var imported = Imported.of(OPTIONS, mixed);
        assertThat(imported.pairs()).isEqualTo(Imported.of(OPTIONS, plain).pairs());
        assertThat(imported.report().splitBy())
                .isEqualTo(BY_PROMPT + ", because only 2 of 300 pairs have a split of their own");
    }

    @Test
    void who_asks_for_a_share_gets_it_whatever_the_column_says() {
        var rows = IntStream.range(0, 100)
                .mapToObj(i -> rowOf("question " + i, "part " + i))
                .toArray(String[]::new);
        var report = Imported.of(OPTIONS.withSplit(0.5, 3), rows).report();
        assertThat(report.heldOutPairs()).isBetween(30L, 70L);
        assertThat(report.splitBy())
                .isEqualTo("the hash of the prompt with seed 3, a share of 0.5 held out, prompts that are nearly"
                        + " the same together");
        assertThat(Imported.of(OPTIONS, Imported.rows(2)).report().splitBy()).isEqualTo(BY_PROMPT);
    }
}

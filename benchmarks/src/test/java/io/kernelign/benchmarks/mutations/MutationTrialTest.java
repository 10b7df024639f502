package io.kernelign.benchmarks.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.mutations.MutationTrial.Ending;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.rows.Container;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short part of {@code ./kernelign bench mutations}. */
class MutationTrialTest {

    private static final List<Seed> SEEDS = Seed.corpus();
    private static final ManyRows ROWS = new ManyRows(SEEDS, 200);
    private static final WholeFiles FILES = new WholeFiles(SEEDS);
    /** So many different layouts and containers there are among the files of many rows. */
    private static final int KINDS = 5 * SEEDS.size();

    @TempDir
    private Path flawed;

    @Test
    void mutated_rows_go_in_or_are_told_and_nothing_else_happens() throws IOException {
        var tallies = new ArrayList<MutationTally>();
        try (var trials = new Trials(flawed)) {
            for (int number = 0; number < KINDS; number++) {
                var mutated = ROWS.file(number);
                tallies.add(MutationTally.ofRows(mutated, trials.ofRows(mutated)));
            }
        }
        var tally = MutationTally.sum(tallies);

        assertThat(tally.examples()).isEmpty();
        assertThat(tally.rows())
                .containsOnlyKeys(Container.JSON_LINES.text(), Container.JSON_ARRAY.text(), Container.CSV.text());
        assertThat(MutationTally.total(tally.rows())).isGreaterThan(KINDS * 150L);
        assertThat(tally.defects())
                .containsKeys(EnumSet.complementOf(EnumSet.of(
                                DefectKind.LINE_TOO_LONG, DefectKind.TEXT_TOO_LONG, DefectKind.TOO_MANY_PAIRS))
                        .toArray(DefectKind[]::new));
    }

    @Test
    void mutated_files_go_in_or_are_refused_and_nothing_else_happens() throws IOException {
        var tallies = new ArrayList<MutationTally>();
        try (var trials = new Trials(flawed)) {
            for (int number = 0; number < 1_500; number++) {
                var mutated = FILES.file(number);
                tallies.add(MutationTally.ofFile(mutated, trials.ofFile(mutated)));
            }
        }
        var tally = MutationTally.sum(tallies);

        assertThat(tally.examples()).isEmpty();
        assertThat(tally.files()).hasSize(Container.values().length);
        assertThat(tally.endings()).containsOnlyKeys(Ending.STORED, Ending.ROWS_REJECTED, Ending.FILE_REFUSED);
    }

    @Test
    void a_case_is_the_same_in_every_run() {
        var again = Seed.corpus();
        for (int number = 0; number < 40; number++) {
            assertThat(new ManyRows(again, 200).file(number).files().get(0))
                    .isEqualTo(ROWS.file(number).files().get(0));
            assertThat(new WholeFiles(again).file(number).files().get(0))
                    .isEqualTo(FILES.file(number).files().get(0));
        }
    }
}

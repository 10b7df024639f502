package io.kernelign.benchmarks.selection.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.Workers.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTrainingsTest {

    private static final Candidate DPO = new Candidate("plain DPO", Map.of());
    private static final Candidate KL = new Candidate("none.kl", Map.of());

    @TempDir
    private Path folder;

    private final List<String> trained = new ArrayList<>();

    private Outcome train(Candidate candidate, int seed) {
        trained.add(candidate.name() + seed);
        return new Outcome(new boolean[] {true, seed == 1, false}, 0.25, -0.5, new double[] {0.5});
    }

    private Training kept(Path program) throws IOException {
        return KeptTrainings.of(folder, program, 3).of("bandit", this::train);
    }

    private Path program(String text) throws IOException {
        return Files.writeString(folder.resolve("program"), text);
    }

    @Test
    void a_training_is_made_once_and_its_outcome_read_afterwards() throws IOException {
        var first = kept(program("one")).run(DPO, 1);
        var again = kept(program("one")).run(DPO, 1);

        assertThat(trained).containsExactly("plain DPO1");
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void every_seed_and_candidate_and_program_has_its_own() throws IOException {
        kept(program("one")).run(DPO, 1);
        kept(program("one")).run(DPO, 2);
        kept(program("one")).run(KL, 1);
        kept(program("other")).run(DPO, 1);

        assertThat(trained).containsExactly("plain DPO1", "plain DPO2", "none.kl1", "plain DPO1");
    }
}

package io.kernelign.benchmarks.selection.gap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.Workers.Training;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** An executable jar in which one class of the objectives and one of the choices say something. */
    private Path program(String objective, String choice) throws IOException {
        var library = new ByteArrayOutputStream();
        jar(library, Map.of("io/kernelign/objective/Objective.class", objective.getBytes(UTF_8)));
        var program = folder.resolve("program.jar");
        jar(
                Files.newOutputStream(program),
                Map.of(
                        "BOOT-INF/lib/objective-1.jar", library.toByteArray(),
                        "BOOT-INF/classes/io/kernelign/benchmarks/selection/gap/Choices.class",
                                choice.getBytes(UTF_8)));
        return program;
    }

    private static void jar(OutputStream out, Map<String, byte[]> entries) throws IOException {
        try (var jar = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
    }

    @Test
    void a_training_is_made_once_and_its_outcome_read_afterwards() throws IOException {
        var first = kept(program("one", "any")).run(DPO, 1);
        var again = kept(program("one", "any")).run(DPO, 1);

        assertThat(trained).containsExactly("plain DPO1");
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void every_seed_and_candidate_and_program_has_its_own() throws IOException {
        kept(program("one", "any")).run(DPO, 1);
        kept(program("one", "any")).run(DPO, 2);
        kept(program("one", "any")).run(KL, 1);
        kept(program("other", "any")).run(DPO, 1);

        assertThat(trained).containsExactly("plain DPO1", "plain DPO2", "none.kl1", "plain DPO1");
    }

    @Test
    void a_program_that_only_chooses_otherwise_goes_on_with_what_is_trained() throws IOException {
        kept(program("one", "the first")).run(DPO, 1);
        kept(program("one", "the last")).run(DPO, 1);

        assertThat(trained).containsExactly("plain DPO1");
    }
}

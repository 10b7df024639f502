package io.kernelign.benchmarks.selection.gap;

import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.Workers.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes in files, one for each training, so that hours of trainings that were interrupted go on where they stood. */
record KeptTrainings(Path folder) {

    private static final int HASH_DIGITS = 16;

    /** What a program has trained and held against so many test pairs; another one, be it a line different, trains anew. */
    static KeptTrainings of(Path root, Path program, int testPairs) throws IOException {
        var key = TrainingCode.hash(program).substring(0, HASH_DIGITS) + "-" + testPairs;
        return new KeptTrainings(root.resolve(".cache/bench/selection-gap").resolve(key));
    }

    /** A training that is made only where no outcome of it is kept. */
    Training of(String arena, Training training) {
        return (candidate, seed) -> {
            var file = file(arena, candidate, seed);
            return Files.exists(file) ? read(file) : kept(training.run(candidate, seed), file);
        };
    }

    private Path file(String arena, Candidate candidate, int seed) {
        return folder.resolve(arena).resolve(candidate.name().replace(' ', '-') + "." + seed + ".json");
    }

    private static Outcome read(Path file) {
        return JsonMapper.shared().readValue(file, Outcome.class);
    }

    private static Outcome kept(Outcome outcome, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), "draft", "");
        JsonMapper.shared().writeValue(draft, outcome);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return outcome;
    }
}

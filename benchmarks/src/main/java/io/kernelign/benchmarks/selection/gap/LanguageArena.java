package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.language.LanguageTask;
import io.kernelign.benchmarks.objective.study.language.LanguageTraining;
import io.kernelign.benchmarks.objective.study.language.LanguageTraining.Pace;
import io.kernelign.benchmarks.objective.study.language.StudyModel;
import io.kernelign.benchmarks.objective.study.language.TestPairs;
import io.kernelign.benchmarks.selection.pilot.RaceInFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.PilotPrices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The study's language model; its encoder is the base model itself. */
final class LanguageArena implements Arena {

    static final int SCORED_PAIRS = 256;

    static final int PAIRS = 2400;

    /** One epoch, as jobs train unless they are told otherwise, in steps small enough to be divided among 42. */
    private static final Pace PACE = new Pace(1, 256);

    /** Far from every seed of training pairs. */
    private static final long SCORED_SEEDS = 1L << 32;

    private final LanguageTask task = new LanguageTask();
    private final Decoder model;
    private final int testPairs;
    private final Map<Integer, TestPairs> tests = new ConcurrentHashMap<>();

    /** @param testPairs of the third split */
    LanguageArena(int testPairs) throws IOException {
        this.testPairs = testPairs;
        model = StudyModel.pretrained(task, StudyModel.STEPS, (step, loss) -> {});
    }

    @Override
    public String name() {
        return "language";
    }

    private List<EncodedPair> train(int seed) {
        return task.toTrain(seed, PAIRS, 0);
    }

    @Override
    public Outcome fullRun(Candidate candidate, int seed) throws IOException {
        var test = tests.computeIfAbsent(seed, own -> new TestPairs(model, task.toTest(own, testPairs)));
        return LanguageTraining.run(candidate.objective(), model, train(seed), test, seed, PACE);
    }

    @Override
    public PairDistances distances(int seed) {
        return PooledPairs.distances(model, train(seed));
    }

    @Override
    public Race race(List<Candidate> ranked, double budget, int seed) throws IOException {
        var objectives = ranked.stream().map(Candidate::objective).toList();
        var folder = Files.createTempDirectory("kernelign-study");
        try {
            var heldOut = task.toTrain(SCORED_SEEDS + seed, SCORED_PAIRS, 0);
            var pilot = LanguageTraining.task(objectives.get(0), model, train(seed), heldOut, seed, PACE, folder);
            var plan = HalvingPlan.of(ranked.size(), budget, PilotPrices.of(pilot));
            return new RaceInFolder(pilot, objectives, plan).run(event -> {}, it -> {});
        } finally {
            Files.delete(folder);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}

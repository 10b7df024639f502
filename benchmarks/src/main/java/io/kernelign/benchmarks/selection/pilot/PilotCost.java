package io.kernelign.benchmarks.selection.pilot;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.objective.Objective;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PilotPrices;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Races all 42 candidates on real preferences with the top layers of a real model, and counts what it cost. */
public final class PilotCost {

    private static final double BUDGET = 2;
    private static final int SEED = 42;

    @Option(
            names = "--pilot-pairs",
            defaultValue = "1400",
            description = "Pairs that a full run of the pilot's job trains on (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--pilot-held-out",
            defaultValue = "256",
            description = "Held-out pairs of the pilot's job (default: ${DEFAULT-VALUE}).")
    private int heldOut;

    @Option(
            names = "--pilot-max-length",
            defaultValue = "512",
            description = "Most tokens of its prompts and responses (default: ${DEFAULT-VALUE}).")
    private int maxLength;

    @Option(
            names = "--pilot-layers",
            defaultValue = "6",
            description = "Top layers that its adapter changes (default: ${DEFAULT-VALUE}).")
    private int layers;

    /** @return whether the race kept to two full runs */
    public boolean run(Path root, Path model, Path data) throws IOException {
        var folder = ModelFolder.open(model);
        var all = pairs(folder, data);
        var work = Files.createTempDirectory("kernelign-benchmark");
        var settings = settings();
        try (var decoder = new Decoder(
                folder.config(), WeightLoader.load(folder.weights(), folder.config(), settings.precision()))) {
            var candidates = AllCandidates.unranked();
            var objectives = candidates.stream().map(Candidate::objective).toList();
            var task = task(decoder, all, objectives.get(0), settings, work);
            var page = race(task, candidates, objectives);
            new Report("selection", Optional.of("pilot"), page.text(model, data), page.figures()).write(root);
            return page.figures().stream().allMatch(Figure::met);
        } finally {
            Files.delete(work);
        }
    }

    private PilotPage race(TrainingTask task, List<Candidate> candidates, List<Objective> objectives)
            throws IOException {
        var prices = PilotPrices.of(task);
        var plan = HalvingPlan.of(candidates.size(), BUDGET, prices);
        var steps = new ArrayList<Stepped>();
        long started = System.nanoTime();
        var race =
                new RaceInFolder(task, objectives, plan).run(event -> keep(event, steps), it -> tell(it, candidates));
        double seconds = (System.nanoTime() - started) / 1e9;
        return new PilotPage(candidates, race, prices, steps.size(), seconds, layers, pairs);
    }

    private static void keep(TrainingEvent event, List<Stepped> steps) {
        if (event instanceof Stepped step) {
            steps.add(step);
        }
    }

    private static void tell(Race race, List<Candidate> candidates) {
        var score = race.scores().get(race.scores().size() - 1);
        System.out.printf(
                Locale.ROOT,
                "rung %d  %-28s %.3f of %d%n",
                score.rung() + 1,
                candidates.get(score.candidate()).name(),
                score.accuracy(),
                score.correct().length);
    }

    private TrainingTask task(
            Decoder decoder, List<EncodedPair> all, Objective objective, TrainingSettings settings, Path work) {
        return new TrainingTask(
                decoder,
                all.subList(heldOut, all.size()),
                all.subList(0, heldOut),
                objective,
                settings,
                EvaluationSettings.TYPE.read(Map.of("pairs", heldOut)),
                work);
    }

    private TrainingSettings settings() {
        return TrainingSettings.TYPE.read(Map.of(
                "epochs",
                1,
                "batchTokens",
                512,
                "maxLength",
                maxLength,
                "maxPromptLength",
                maxLength - 1,
                "checkpointSteps",
                1_000_000,
                "seed",
                SEED,
                "lora",
                Map.of("rank", 16, "layers", Map.of("top", layers))));
    }

    private List<EncodedPair> pairs(ModelFolder folder, Path data) throws IOException {
        var file = Files.createTempFile("kernelign-benchmark", ".jsonl");
        try {
            BenchmarkPairs.select(data, folder, maxLength, heldOut + pairs, file);
            var read = BenchmarkPairs.read(file, folder, maxLength);
            if (read.size() < heldOut + pairs) {
                throw new IllegalArgumentException("the data has " + read.size() + " pairs of at most " + maxLength
                        + " tokens, and " + (heldOut + pairs)
                        + " are needed; allow more with --pilot-max-length, or ask for fewer with --pilot-pairs");
            }
            return read;
        } finally {
            Files.delete(file);
        }
    }
}

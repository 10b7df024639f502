package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.WeightFiles;
import io.kernelign.objective.Objective;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Trains in a process of its own and prints what it should take at its peak, part by part, and what it took. */
final class PeakProbe {

    private static final int STEPS = 2;
    private static final int HELD_OUT_TOKENS = 40;

    private PeakProbe() {}

    /** @param args folder of the model, folder to work in, training and objective as JSON, precision, tokens of a pair, pairs */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var config = Families.read(folder.resolve("config.json"));
        var settings = TrainingSettings.TYPE.read(json(args[2]));
        var objective = Objective.TYPE.read(json(args[3]));
        var train = pairs(config, Integer.parseInt(args[5]), Integer.parseInt(args[6]));
        var heldOut = pairs(config, HELD_OUT_TOKENS, 2);
        var precision = Precision.valueOf(args[4]);
        var shape = new TrainingShape(config, settings, precision, Optional.of(objective), Workload.of(train, heldOut));
        var plan = MemoryPlan.of(shape, Long.MAX_VALUE);
        var estimate = plan.estimate();
        estimate.terms().forEach(term -> System.out.println(term.part().text() + " " + term.bytes()));
        System.out.println("estimated " + estimate.bytes());
        try (var model = new Decoder(config, WeightLoader.load(WeightFiles.open(folder), config, precision))) {
            var evaluation = EvaluationSettings.TYPE.read(Map.of());
            var task = new TrainingTask(model, train, heldOut, objective, plan.decided(), evaluation, Path.of(args[1]));
            try (var training = new PreferenceTraining(task, Optional.empty(), event -> {})) {
                for (int step = 0; step < STEPS; step++) {
                    training.advance();
                }
            }
        }
        System.out.println("taken " + mostResident());
    }

    private static Map<String, Object> json(String text) {
        return JsonFile.parse("argument", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<EncodedPair> pairs(ModelConfig config, int tokens, int count) {
        var random = new Random(3);
        var pairs = new ArrayList<EncodedPair>();
        int prompt = tokens / 4;
        int response = (tokens - prompt) / 2;
        for (int i = 0; i < count; i++) {
            var row = new PackedRows.Row(
                    tokens(random, prompt, config), tokens(random, response, config), tokens(random, response, config));
            pairs.add(new EncodedPair("pair-" + i, null, row));
        }
        return pairs;
    }

    private static long[] tokens(Random random, int count, ModelConfig config) {
        return random.longs(count, 0, config.vocabularySize()).toArray();
    }

    /** Bytes that were resident at most, as the kernel says. */
    private static long mostResident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return 1024
                    * lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow();
        }
    }
}

package io.kernelign.benchmarks.memory;

import io.kernelign.benchmarks.Machine;
import io.kernelign.benchmarks.MadeUpPair;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingTask;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import io.kernelign.training.memory.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Estimates a training, makes some steps of it in this process, and prints a {@link MemoryReading}. */
@Command(name = "memory-run", hidden = true)
public final class MemoryRun implements Callable<Integer> {

    private static final int STEPS = 2;
    private static final int HELD_OUT_TOKENS = 64;

    @Option(names = "--model", required = true)
    private Path model;

    @Option(names = "--setting", required = true)
    private String setting;

    @Override
    public Integer call() throws Exception {
        var reading = reading(ModelFolder.open(model), MemorySetting.named(setting));
        System.out.println(JsonMapper.shared().writeValueAsString(reading));
        return 0;
    }

    private static MemoryReading reading(ModelFolder model, MemorySetting setting) throws Exception {
        int vocabulary = model.config().vocabularySize();
        var train = Collections.nCopies(setting.pairs(), MadeUpPair.of(setting.tokens(), vocabulary));
        var heldOut = List.of(MadeUpPair.of(HELD_OUT_TOKENS, vocabulary));
        var workload = Workload.of(train, heldOut);
        var shape = new TrainingShape(model.config(), setting.settings(), Optional.of(setting.chosen()), workload);
        var plan = MemoryPlan.of(shape, MemoryPlan.availableHere());
        train(plan, model, train, heldOut, setting);
        return new MemoryReading(plan.estimate().bytes(), Machine.peakBytes());
    }

    private static void train(
            MemoryPlan plan,
            ModelFolder model,
            List<EncodedPair> train,
            List<EncodedPair> heldOut,
            MemorySetting setting)
            throws Exception {
        var settings = plan.decided();
        var work = Files.createTempDirectory("kernelign-benchmark");
        try (var decoder =
                new Decoder(model.config(), WeightLoader.load(model.weights(), model.config(), settings.precision()))) {
            var evaluation = EvaluationSettings.TYPE.read(Map.of());
            var task = new TrainingTask(decoder, train, heldOut, setting.chosen(), settings, evaluation, work);
            try (var training = new PreferenceTraining(task, Optional.empty(), event -> {})) {
                for (int step = 0; step < STEPS; step++) {
                    training.advance();
                }
            }
        } finally {
            Files.delete(work);
        }
    }
}

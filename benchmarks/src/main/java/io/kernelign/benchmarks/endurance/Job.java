package io.kernelign.benchmarks.endurance;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.ModelWriter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.objective.Objective;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Torch;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.LowRankPolicy;
import io.kernelign.training.Policy;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import io.kernelign.training.memory.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker does for a job, from the model's folder to what is kept of the training, and all of it again for each.
 *
 * @param pairs canonical pairs; every fourth is held out
 */
record Job(Path model, Path pairs, int maxLength) {

    void run(JobKind kind, Consumer<TrainingEvent> events) throws IOException {
        var folder = Files.createTempDirectory("kernelign-benchmark");
        try {
            train(kind, folder, events);
        } finally {
            delete(folder);
            Torch.releaseFreeMemory();
        }
    }

    private void train(JobKind kind, Path folder, Consumer<TrainingEvent> events) throws IOException {
        var base = ModelFolder.open(model);
        var encoded = BenchmarkPairs.read(pairs, base, maxLength);
        int heldOut = encoded.size() / 4;
        var settings = TrainingSettings.TYPE.read(kind.training());
        var train = encoded.subList(heldOut, encoded.size());
        var objective = Objective.TYPE.read(kind.objective());
        var shape = new TrainingShape(
                base.config(), settings, Optional.of(objective), Workload.of(train, encoded.subList(0, heldOut)));
        var decided = MemoryPlan.of(shape, MemoryPlan.availableHere()).decided();
        try (var decoder =
                new Decoder(base.config(), WeightLoader.load(base.weights(), base.config(), settings.precision()))) {
            var task = new TrainingTask(
                    decoder,
                    train,
                    encoded.subList(0, heldOut),
                    objective,
                    decided,
                    EvaluationSettings.TYPE.read(Map.of()),
                    folder);
            try (var training = new PreferenceTraining(task, Optional.empty(), events)) {
                training.run(() -> false);
                keep(training.policy(), base, folder);
            }
        }
    }

    private static void keep(Policy policy, ModelFolder base, Path folder) throws IOException {
        if (policy instanceof LowRankPolicy lowRank) {
            PeftFolder.write(folder, lowRank.lora(), base.path().getFileName().toString());
            return;
        }
        try (var scope = Scope.plain()) {
            ModelWriter.write(folder, base, name -> policy.named().get(name).floats());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

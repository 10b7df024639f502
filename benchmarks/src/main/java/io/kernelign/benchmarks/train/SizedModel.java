package io.kernelign.benchmarks.train;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.ModelWriter;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Writes checkpoints of other sizes than a given one, with random weights: what a step costs does not depend on them. */
final class SizedModel {

    /** Uniform numbers up to it spread as far as the usual normal ones with a deviation of 0.02. */
    private static final double BOUND = 0.02 * Math.sqrt(3);

    private SizedModel() {}

    /** Writes one into an existing folder and answers where. */
    static Path write(ModelFolder given, ModelSize size, Path folder) throws IOException {
        var plan = Files.createDirectory(folder.resolve("plan"));
        for (var file : List.of(ModelFolder.TOKENIZER, ModelFolder.TOKENIZER_CONFIG)) {
            Files.copy(given.path().resolve(file), plan.resolve(file));
        }
        var config = plan.resolve(ModelFolder.CONFIG);
        JsonFile.write(config, size.of(JsonFile.read(given.path().resolve(ModelFolder.CONFIG))));
        var planned = new ModelFolder(
                plan, Families.read(config), given.weights(), given.tokenizerConfig(), given.chatTemplate());
        var random = new SplittableRandom(0);
        var target = Files.createDirectory(folder.resolve("model"));
        ModelWriter.write(target, planned, name -> values(name, planned.config(), random));
        return target;
    }

    private static float[] values(String name, ModelConfig config, SplittableRandom random) {
        var shape = ModelTensors.shapes(config).get(name);
        var values = new float[Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact))];
        if (shape.size() == 1) {
            Arrays.fill(values, 1);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * BOUND);
        }
        return values;
    }
}

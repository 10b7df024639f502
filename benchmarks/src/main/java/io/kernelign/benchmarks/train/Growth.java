package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Measured;
import io.kernelign.lm.ModelFolder;
import io.kernelign.training.Dtype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How the step on one pair grows with its tokens and with the model. */
final class Growth {

    private static final int MOST_LATER_STEPS = 8;
    private static final int TOKENS_OF_LATER_STEPS = 2048;

    @Option(
            names = "--lengths",
            split = ",",
            defaultValue = "256,512,1024,2048,4096",
            description = "Tokens of the one pair, prompt and both responses (default: ${DEFAULT-VALUE}).")
    private List<Integer> lengths;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "quarter,half,whole,35M,360M",
            description = "Sizes of the model: shares of the given one's layers, or random weights in SmolLM2's"
                    + " proportions, 35M, 135M, 360M (default: ${DEFAULT-VALUE}).")
    private List<String> sizes;

    @Option(
            names = "--sizes-length",
            defaultValue = "512",
            description = "Tokens of the one pair where the model grows (default: ${DEFAULT-VALUE}).")
    private int sizesLength;

    /** Runs all and writes the page, the plots and the figures. */
    void run(Path root, Path model, Conditions conditions) throws IOException, InterruptedException {
        var program = new OurProgram(root, conditions);
        var given = ModelFolder.open(model);
        var chosen = sizes.stream().map(ModelSize::named).toList();
        new GrowthPage(
                        model.getFileName().toString(),
                        conditions,
                        sizesLength,
                        ofLengths(program, model),
                        ofSizes(program, given, chosen))
                .write(root);
    }

    private List<GrowthPoint> ofLengths(OurProgram program, Path model) throws IOException, InterruptedException {
        var points = new ArrayList<GrowthPoint>();
        for (int tokens : lengths) {
            points.add(measure(program, model, tokens, String.valueOf(tokens), tokens));
        }
        return points;
    }

    private List<GrowthPoint> ofSizes(OurProgram program, ModelFolder given, List<ModelSize> chosen)
            throws IOException, InterruptedException {
        var points = new ArrayList<GrowthPoint>();
        for (var size : chosen) {
            var folder = Files.createTempDirectory("kernelign-benchmark-model");
            try {
                var model = SizedModel.write(given, size, folder);
                double millions = ModelFolder.open(model).config().parameters() / 1e6;
                points.add(measure(program, model, sizesLength, size.name(), millions));
            } finally {
                delete(folder);
            }
        }
        return points;
    }

    private static GrowthPoint measure(OurProgram program, Path model, int tokens, String name, double at)
            throws IOException, InterruptedException {
        int later = Math.max(1, Math.min(MOST_LATER_STEPS, TOKENS_OF_LATER_STEPS / tokens));
        var runs = new EnumMap<Dtype, Measured>(Dtype.class);
        for (var dtype : Setting.TYPES) {
            runs.put(dtype, program.step(model, tokens, new Setting(dtype, 0), 1 + later));
        }
        var point = new GrowthPoint(name, at, runs);
        for (var dtype : Setting.TYPES) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %-8s %.2f s a step  peak %.2f GB%n",
                    name,
                    Setting.shortName(dtype),
                    point.seconds(dtype),
                    point.gigabytes(dtype));
        }
        return point;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

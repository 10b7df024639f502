package io.kernelign.benchmarks.selection.speed;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.PythonEnvironment;
import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import io.kernelign.data.sample.PairSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Measures a large file of embeddings beside reading it and beside NumPy; embeds texts beside Python's ONNX Runtime. */
public final class Speed {

    private static final int DIMENSION = 384;

    @Option(
            names = "--speed-pairs",
            defaultValue = "1000000",
            description =
                    "Pairs of the file that is measured, 4.6 KB each; a multiple of 20 (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--speed-texts", defaultValue = "1500", description = "Texts to embed (default: ${DEFAULT-VALUE}).")
    private int texts;

    @Option(
            names = "--speed-rounds",
            defaultValue = "3",
            description = "Runs of each contender, alternating (default: ${DEFAULT-VALUE}).")
    private int rounds;

    /** Writes the page; whether its goals are met. */
    public boolean run(Path root, Path data) throws Exception {
        var work = Files.createDirectories(root.resolve(".cache/bench/selection"));
        var python = PythonEnvironment.prepare(root, work, "venv", "selection-requirements.txt");
        var page = new SpeedPage(
                pairs,
                DIMENSION,
                rounds,
                ScanDuel.run(python, work, new RandomTriples(pairs, DIMENSION), rounds),
                EmbeddingDuel.run(python, work, texts(data), rounds));
        page.report().write(root);
        return page.figures().stream().allMatch(Figure::met);
    }

    /** The first different texts of the data. */
    private List<String> texts(Path data) throws IOException {
        var canonical = Files.createTempFile("kernelign-benchmark", ".jsonl");
        try {
            var file = new DataFile(data.getFileName().toString(), data);
            PairImport.run(List.of(file), canonical, ImportOptions.DEFAULT.skipping(1));
            return PairSampler.all(Files.newInputStream(canonical)).texts().stream()
                    .limit(texts)
                    .toList();
        } finally {
            Files.delete(canonical);
        }
    }
}

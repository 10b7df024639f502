package io.kernelign.benchmarks.alpha;

import io.kernelign.alignment.spectrum.MatrixAlpha;
import io.kernelign.alignment.spectrum.WeightedAlpha;
import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.PythonEnvironment;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.torch.Torch;
import io.kernelign.training.FullPolicy;
import io.kernelign.training.WeightSpectra;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kernelign bench alpha}. */
@Command(
        name = "alpha",
        mixinStandardHelpOptions = true,
        description = "Power laws of the spectra of all projections of a model, beside WeightWatcher.")
public final class AlphaBenchmark implements Callable<Integer> {

    @Mixin
    private GivenModel model;

    @Override
    public Integer call() throws Exception {
        var root = Given.root();
        var work = Files.createDirectories(root.resolve(".cache/bench/alpha"));
        var python = PythonEnvironment.prepare(root, work, "venv", "alpha-requirements.txt");
        var folder = ModelFolder.open(model.path());
        WeightedAlpha ours;
        double seconds;
        try (var policy =
                new FullPolicy(new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config())))) {
            long start = System.nanoTime();
            ours = WeightSpectra.of(policy).orElseThrow();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        var theirs = theirs(python, folder.path(), ours.matrices());
        var page = new AlphaPage(
                folder.path().getFileName().toString(),
                ours,
                seconds,
                theirs.get("weightedAlpha").asDouble(),
                theirs.get("seconds").asDouble(),
                difference(ours.matrices(), theirs.get("alphas")));
        page.report().write(root);
        return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    private static JsonNode theirs(PythonEnvironment python, Path model, List<MatrixAlpha> matrices) throws Exception {
        var tensors = matrices.stream().map(matrix -> matrix.name() + ".weight").collect(Collectors.joining(","));
        var threads = String.valueOf(Torch.threads());
        var answer = Child.lastLine(
                python.command("weight_alphas.py", model, tensors),
                Map.of("OMP_NUM_THREADS", threads, "OPENBLAS_NUM_THREADS", threads));
        return JsonMapper.shared().readTree(answer);
    }

    private static double difference(List<MatrixAlpha> ours, JsonNode theirs) {
        return ours.stream()
                .mapToDouble(matrix -> Math.abs(
                        matrix.alpha() - theirs.get(matrix.name() + ".weight").asDouble()))
                .max()
                .orElseThrow();
    }
}

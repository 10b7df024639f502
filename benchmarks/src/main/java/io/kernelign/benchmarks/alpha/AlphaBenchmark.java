package io.kernelign.benchmarks.alpha;

import io.kernelign.alignment.spectrum.MatrixAlpha;
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
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kernelign bench alpha}. */
@Command(
        name = "alpha",
        mixinStandardHelpOptions = true,
        description = "Power laws of the spectra of all projections of a model, beside WeightWatcher.")
public final class AlphaBenchmark implements Callable<Integer> {

    @Mixin
    private GivenModel model;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Of both contenders by turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var root = Given.root();
        var work = Files.createDirectories(root.resolve(".cache/bench/alpha"));
        var python = PythonEnvironment.prepare(root, work, "venv", "alpha-requirements.txt");
        var folder = ModelFolder.open(model.path());
        try (var policy =
                new FullPolicy(new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config())))) {
            var ours = new ArrayList<Fits>();
            var theirs = new ArrayList<Fits>();
            for (int round = 0; round < rounds; round++) {
                ours.add(ours(policy));
                theirs.add(theirs(python, folder.path(), ours.get(0).alphas().keySet()));
            }
            var page = new AlphaPage(folder.path().getFileName().toString(), ours, theirs);
            page.report().write(root);
            return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
        }
    }

    private static Fits ours(FullPolicy policy) {
        long start = System.nanoTime();
        var fitted = WeightSpectra.of(policy).orElseThrow();
        double seconds = (System.nanoTime() - start) / 1e9;
        var alphas = fitted.matrices().stream()
                .collect(Collectors.toMap(matrix -> matrix.name() + ".weight", MatrixAlpha::alpha));
        return new Fits(seconds, fitted.alphaHat(), alphas);
    }

    private static Fits theirs(PythonEnvironment python, Path model, Set<String> tensors) throws Exception {
        var threads = String.valueOf(Torch.threads());
        var answer = Child.lastLine(
                python.command("weight_alphas.py", model, String.join(",", tensors)),
                Map.of("OMP_NUM_THREADS", threads, "OPENBLAS_NUM_THREADS", threads));
        return JsonMapper.shared().readValue(answer, Fits.class);
    }
}

package io.kernelign.benchmarks.objective.plots;

import io.kernelign.benchmarks.plot.Axis;
import io.kernelign.benchmarks.plot.LinePlot;
import io.kernelign.benchmarks.plot.Series;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** psi of every kernel with its defaults and its slope, as plots for the documentation. */
public final class KernelPlots {

    private static final double REACH = 12;
    private static final int POINTS = 481;

    private KernelPlots() {}

    /** The SVG documents by file name. */
    public static Map<String, String> svg() {
        var values = new ArrayList<Series>();
        var slopes = new ArrayList<Series>();
        for (var declaration : Kernels.ALL.declarations()) {
            draw(declaration.name(), declaration.defaults(), values, slopes);
        }
        var axis = new Axis("margin m", -REACH, REACH);
        var files = new LinkedHashMap<String, String>();
        files.put(
                "objective-psi.svg",
                new LinePlot("Kernelised margin", axis, new Axis("psi(m)", -REACH, REACH), values).svg());
        files.put(
                "objective-psi-slope.svg",
                new LinePlot("Its slope: how hard a pair is pushed", axis, new Axis("psi'(m)", 0, 2), slopes).svg());
        return files;
    }

    private static void draw(String name, Kernel kernel, ArrayList<Series> values, ArrayList<Series> slopes) {
        var margins = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            margins[i] = -REACH + 2 * REACH * i / (POINTS - 1);
        }
        try (var state = ObjectiveState.of(kernel.initialWeights(), kernel.initialStatistics());
                var scope = Scope.recording()) {
            var m = Tensors.of(margins, POINTS).requireGradient();
            var psi = kernel.psi(m, state);
            psi.sum().backward();
            values.add(new Series(name, margins, psi.doubles()));
            slopes.add(new Series(name, margins, m.gradient().doubles()));
        }
    }

    /** Writes the documents into {@code docs/benchmarks}. */
    public static void write(Path root) throws IOException {
        for (var file : svg().entrySet()) {
            Files.writeString(root.resolve("docs/benchmarks").resolve(file.getKey()), file.getValue());
        }
    }
}

package io.kernelign.benchmarks.alpha;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.torch.Torch;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What fitting all spectra of a model costs, and how far two fits of it are apart, by rounds. */
record AlphaPage(String model, List<Fits> ours, List<Fits> theirs) {

    private static final String WEIGHTWATCHER = "WeightWatcher";

    Report report() {
        return new Report("alpha", text(), figures());
    }

    List<Figure> figures() {
        var difference = ours.get(0).difference(theirs.get(0));
        return List.of(
                Figure.higher("weightwatcher_ratio", median(theirs) / median(ours), "times", WEIGHTWATCHER, 5),
                Figure.lower("alpha_max_difference", difference, "", WEIGHTWATCHER, 1e-2));
    }

    private static double median(List<Fits> fits) {
        return Measured.median(Fits.seconds(fits));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                The eigenvalues of W'W of all %d projections of %s and a power law fitted to each, on %d threads, the weights read
                before. Medians of %d alternating rounds. Ours are all made in one process, the first by code that is not compiled
                yet; WeightWatcher runs by `benchmarks/peers/weight_alphas.py`, each time in a new process that fits twice and tells
                of the quicker.

                | | s | from | to | weighted alpha |
                | --- | --- | --- | --- | --- |
                %s%s""",
                ours.get(0).alphas().size(),
                model,
                Torch.threads(),
                ours.size(),
                row("Kernelign", ours),
                row(WEIGHTWATCHER, theirs));
    }

    private static String row(String contender, List<Fits> fits) {
        var seconds = DoubleStream.of(Fits.seconds(fits)).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.4f |%n",
                contender,
                median(fits),
                seconds.getMin(),
                seconds.getMax(),
                fits.get(0).weightedAlpha());
    }
}

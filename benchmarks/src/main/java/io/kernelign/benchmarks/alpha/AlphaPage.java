package io.kernelign.benchmarks.alpha;

import io.kernelign.alignment.spectrum.WeightedAlpha;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.torch.Torch;
import java.util.List;
import java.util.Locale;

/**
 * What fitting all spectra of a model costs, and how far two fits of it are apart.
 *
 * @param ourSeconds weights read before
 * @param theirSeconds likewise
 * @param difference the largest between two exponents of one matrix
 */
record AlphaPage(
        String model,
        WeightedAlpha ours,
        double ourSeconds,
        double theirAlpha,
        double theirSeconds,
        double difference) {

    private static final String WEIGHTWATCHER = "WeightWatcher";

    Report report() {
        return new Report("alpha", text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.higher("weightwatcher_ratio", theirSeconds / ourSeconds, "times", WEIGHTWATCHER, 5),
                Figure.lower("alpha_max_difference", difference, "", WEIGHTWATCHER, 1e-2));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                The eigenvalues of W'W of all %d projections of %s and a power law fitted to each, one run of each contender on %d
                threads, the weights read before. WeightWatcher runs by `benchmarks/peers/weight_alphas.py`.

                | | s | weighted alpha |
                | --- | --- | --- |
                | Kernelign | %.2f | %.4f |
                | WeightWatcher | %.2f | %.4f |
                """,
                ours.matrices().size(),
                model,
                Torch.threads(),
                ourSeconds,
                ours.alphaHat(),
                theirSeconds,
                theirAlpha);
    }
}

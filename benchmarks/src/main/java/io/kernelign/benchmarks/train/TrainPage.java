package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.training.Dtype;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the duels say, for people and for programs. */
record TrainPage(Conditions conditions, Path model, String peer, int rounds, List<Duel> duels, PeakShare peak) {

    private static final String AGAINST = TrainBenchmark.PEER;

    Report report() {
        return new Report("train", text(), figures());
    }

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var duel : duels) {
            figures.addAll(duel.setting().topLayers() == 0 ? ofAllLayers(duel) : ofTopLayers(duel));
        }
        return figures;
    }

    private List<Figure> ofAllLayers(Duel duel) {
        var dtype = Setting.shortName(duel.setting().dtype());
        boolean half = duel.setting().dtype() == Dtype.BFLOAT16;
        double share = Measured.median(duel.ours(), run -> peak.of(run, duel.setting()));
        return List.of(
                Figure.higher(
                        "first_epoch_ratio." + dtype,
                        duel.ratio(Measured::firstEpochPairsPerSecond),
                        "times",
                        AGAINST,
                        half ? 6 : 4),
                Figure.higher(
                        "later_epoch_ratio." + dtype,
                        duel.ratio(Measured::laterEpochPairsPerSecond),
                        "times",
                        AGAINST,
                        half ? 8 : 5),
                Figure.lower(
                        "memory_ratio." + dtype, duel.ratio(Measured::peakBytes), "times", AGAINST, half ? 0.35 : 0.5),
                Figure.told("peak_share." + dtype, share, "of the best matrix product"));
    }

    private static List<Figure> ofTopLayers(Duel duel) {
        var name = "top" + duel.setting().topLayers() + "_later_ratio."
                + Setting.shortName(duel.setting().dtype());
        return List.of(Figure.higher(name, duel.ratio(Measured::laterEpochPairsPerSecond), "times", AGAINST, 10));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                DPO (beta %.1f) over %d pairs of at most %d tokens, %s, LoRA rank %d on all seven projections, %d epochs;
                medians of %d alternating runs, each in a process of its own. The first epoch includes the reference, which
                both keep for the later ones. With *top* layers only those are adapted, by both. Peer: %s, batches of %d
                pairs, bfloat16 weights and autocast where it says bfloat16; ours keeps adapters, norms,
                softmax and the objective in float32%s. Both run with jemalloc where it is installed, told the same.

                The peak share is of the matrix products that this machine reaches alone, in the type that the step computes
                them in: %.0f GFLOP/s in float32, %.0f in bfloat16.

                | | | first epoch, pairs/s | later epochs, pairs/s | peak memory | first loss |
                | --- | --- | --- | --- | --- | --- |
                %s
                """,
                Conditions.BETA,
                duels.get(0).ours().get(0).pairs(),
                conditions.maxLength,
                model.getFileName(),
                conditions.rank,
                conditions.epochs,
                rounds,
                peer,
                conditions.batch,
                Precision.ofBfloat16() == Precision.WIDENED
                        ? ", and multiplies in float32 by its bfloat16 weights: this processor does so faster"
                        : "",
                PeakShare.operationsPerSecond(Precision.FLOAT32) / 1e9,
                PeakShare.operationsPerSecond(Precision.BFLOAT16) / 1e9,
                duels.stream().map(TrainPage::rows).collect(Collectors.joining("\n")));
    }

    private static String rows(Duel duel) {
        return row(duel.setting(), "Kernelign", duel.ours()) + "\n" + row(duel.setting(), AGAINST, duel.theirs());
    }

    private static String row(Setting setting, String name, List<Measured> runs) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.2f GB | %.5f |",
                setting.words(),
                name,
                Measured.median(runs, Measured::firstEpochPairsPerSecond),
                Measured.median(runs, Measured::laterEpochPairsPerSecond),
                Measured.median(runs, Measured::peakBytes) / 1e9,
                Measured.median(runs, Measured::firstLoss));
    }
}

package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.lm.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "One epoch of DPO with LoRA in float32, beside TRL's DPOTrainer.")
public final class TrainBenchmark implements Callable<Integer> {

    private static final String PEER = "TRL DPOTrainer";

    @Mixin
    private Conditions conditions;

    @Option(
            names = "--model",
            description = "Model folder with weights (default: .cache/models/smollm2-135m-instruct).")
    private Path model;

    @Option(
            names = "--data",
            description = "Preference data in any layout that uploads accept (default: HH-RLHF harmless-base beside"
                    + " the checkout).")
    private Path data;

    @Option(names = "--pairs", defaultValue = "16", description = "Pairs to train on (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Runs of each contender, alternating (default: ${DEFAULT-VALUE}).")
    private int rounds;

    private final Path root = Given.root();

    @Override
    public Integer call() throws Exception {
        var modelFolder = Given.model(model);
        var dataFile = Given.data(data);
        var work = Files.createDirectories(root.resolve(".cache/bench"));
        var pairFile = work.resolve("pairs.jsonl");
        BenchmarkPairs.select(dataFile, ModelFolder.open(modelFolder), conditions.maxLength, pairs, pairFile);
        var trl = TrlPeer.prepare(root, work);

        var ours = new ArrayList<Measured>();
        var theirs = new ArrayList<Measured>();
        for (int round = 1; round <= rounds; round++) {
            theirs.add(say(round, PEER, trl.run(modelFolder, pairFile, conditions)));
            ours.add(say(round, "Kernelign", Child.run(ourCommand(modelFolder, pairFile))));
        }
        var report = report(ours, theirs, modelFolder, trl.version());
        report.write(root);
        return report.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    private List<String> ourCommand(Path modelFolder, Path pairFile) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                root.resolve("benchmarks/target/benchmarks-exec.jar").toString(),
                "our-run",
                "--model",
                modelFolder.toString(),
                "--pairs",
                pairFile.toString(),
                "--max-length",
                String.valueOf(conditions.maxLength),
                "--rank",
                String.valueOf(conditions.rank));
    }

    private static Measured say(int round, String contender, Measured run) {
        System.out.printf(
                Locale.ROOT,
                "round %d  %-15s %7.1f s  %.3f pairs/s  peak %.2f GB  first loss %.5f%n",
                round,
                contender,
                run.seconds(),
                run.pairsPerSecond(),
                run.peakBytes() / 1e9,
                run.firstLoss());
        return run;
    }

    private Report report(List<Measured> ours, List<Measured> theirs, Path modelFolder, String versions) {
        double speed =
                Measured.median(ours, Measured::pairsPerSecond) / Measured.median(theirs, Measured::pairsPerSecond);
        double memory = Measured.median(ours, Measured::peakBytes) / Measured.median(theirs, Measured::peakBytes);
        var text = String.format(
                Locale.ROOT,
                """
                One epoch of DPO (beta %.1f) over %d pairs of at most %d tokens, %s, LoRA rank %d on all seven
                projections, float32, reference included; medians of %d alternating runs, each in a process of its own.
                Peer: %s, batches of %d pairs.

                | | pairs/s | peak memory | first loss |
                | --- | --- | --- | --- |
                %s%s""",
                Conditions.BETA,
                ours.get(0).pairs(),
                conditions.maxLength,
                modelFolder.getFileName(),
                conditions.rank,
                rounds,
                versions,
                conditions.batch,
                row("Kernelign", ours),
                row(PEER, theirs));
        return new Report(
                "train",
                text,
                List.of(
                        Figure.higher("first_epoch_ratio.float32", speed, "times", PEER, 2),
                        Figure.lower("memory_ratio.float32", memory, "times", PEER, 0.7)));
    }

    private static String row(String name, List<Measured> runs) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.2f GB | %.5f |%n",
                name,
                Measured.median(runs, Measured::pairsPerSecond),
                Measured.median(runs, Measured::peakBytes) / 1e9,
                Measured.median(runs, Measured::firstLoss));
    }
}

package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.Measured;
import io.kernelign.lm.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        description = "Epochs of DPO with LoRA in float32 and bfloat16, beside TRL's DPOTrainer.")
public final class TrainBenchmark implements Callable<Integer> {

    static final String PEER = "TRL DPOTrainer";

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

        var runs = new LinkedHashMap<Setting, Duel>();
        for (int round = 1; round <= rounds; round++) {
            for (var setting : Setting.ALL) {
                var duel = runs.computeIfAbsent(setting, Duel::new);
                duel.theirs().add(say(round, setting, PEER, trl.run(modelFolder, pairFile, conditions, setting)));
                duel.ours()
                        .add(say(round, setting, "Kernelign", Child.run(ourCommand(modelFolder, pairFile, setting))));
            }
        }
        var peak = PeakShare.of(ModelFolder.open(modelFolder), pairFile, conditions);
        var page = new TrainPage(conditions, modelFolder, trl.version(), rounds, List.copyOf(runs.values()), peak);
        page.report().write(root);
        return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    private List<String> ourCommand(Path modelFolder, Path pairFile, Setting setting) {
        var command = new ArrayList<>(List.of(
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
                pairFile.toString()));
        command.addAll(conditions.arguments(setting));
        return command;
    }

    private static Measured say(int round, Setting setting, String contender, Measured run) {
        System.out.printf(
                Locale.ROOT,
                "round %d  %-20s %-15s first epoch %.3f pairs/s, later %.3f  peak %.2f GB  first loss %.5f%n",
                round,
                setting.words(),
                contender,
                run.firstEpochPairsPerSecond(),
                run.laterEpochPairsPerSecond(),
                run.peakBytes() / 1e9,
                run.firstLoss());
        return run;
    }
}

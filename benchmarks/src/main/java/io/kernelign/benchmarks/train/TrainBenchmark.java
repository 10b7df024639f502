package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.Measured;
import io.kernelign.lm.ModelFolder;
import io.kernelign.torch.Device;
import io.kernelign.torch.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        description =
                "Epochs of DPO with LoRA in float32 and bfloat16, beside TRL's DPOTrainer; and how a step grows with"
                        + " the pair's length and the model's size.")
public final class TrainBenchmark implements Callable<Integer> {

    static final String PEER = "TRL DPOTrainer";

    private enum Part {
        TRL,
        GROWTH
    }

    @Option(names = "--only", description = "One part: ${COMPLETION-CANDIDATES} (default: all).")
    private Part only;

    @Mixin
    private Conditions conditions;

    @Mixin
    private Growth growth;

    @Mixin
    private GivenModel model;

    @Mixin
    private GivenData data;

    @Option(names = "--pairs", defaultValue = "16", description = "Pairs to train on (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--rounds",
            defaultValue = "2",
            description = "Runs of each contender, alternating (default: ${DEFAULT-VALUE}).")
    private int rounds;

    private final Path root = Given.root();

    @Override
    public Integer call() throws Exception {
        Devices.use(Device.CPU.name());
        var modelFolder = model.path();
        boolean met = only == Part.GROWTH || besideTrl(modelFolder);
        if (only != Part.TRL) {
            growth.run(root, modelFolder, conditions);
        }
        return met ? 0 : 1;
    }

    private boolean besideTrl(Path modelFolder) throws IOException, InterruptedException {
        var dataFile = data.path();
        var work = Files.createDirectories(root.resolve(".cache/bench"));
        var pairFile = work.resolve("pairs.jsonl");
        BenchmarkPairs.select(dataFile, ModelFolder.open(modelFolder), conditions.maxLength, pairs, pairFile);
        var trl = TrlPeer.prepare(root, work);
        var ours = new OurProgram(root, conditions);

        var runs = new LinkedHashMap<Setting, Duel>();
        for (int round = 1; round <= rounds; round++) {
            for (var setting : Setting.ALL) {
                var duel = runs.computeIfAbsent(setting, Duel::new);
                duel.theirs().add(say(round, setting, PEER, trl.run(modelFolder, pairFile, conditions, setting)));
                duel.ours().add(say(round, setting, "Kernelign", ours.run(modelFolder, pairFile, setting)));
            }
        }
        var peak = PeakShare.of(ModelFolder.open(modelFolder), pairFile, conditions);
        var page = new TrainPage(conditions, modelFolder, trl.version(), rounds, List.copyOf(runs.values()), peak);
        page.report().write(root);
        return page.figures().stream().allMatch(Figure::met);
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

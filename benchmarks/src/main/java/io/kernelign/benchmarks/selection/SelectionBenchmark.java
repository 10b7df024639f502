package io.kernelign.benchmarks.selection;

import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.selection.gap.ChoiceGaps;
import io.kernelign.benchmarks.selection.pilot.PilotCost;
import io.kernelign.benchmarks.selection.speed.Speed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench selection}. */
@Command(
        name = "selection",
        mixinStandardHelpOptions = true,
        description =
                "What a pilot of all candidates costs, how near to the best of them each way of choosing comes, and how fast"
                        + " embedded pairs are measured and texts embedded.")
public final class SelectionBenchmark implements Callable<Integer> {

    private enum Part {
        PILOT,
        GAP,
        SPEED
    }

    @Option(names = "--only", description = "One part: ${COMPLETION-CANDIDATES} (default: all).")
    private Part only;

    @Mixin
    private GivenModel model;

    @Mixin
    private GivenData data;

    @Mixin
    private PilotCost pilot;

    @Mixin
    private ChoiceGaps gap;

    @Mixin
    private Speed speed;

    @Override
    public Integer call() throws Exception {
        var root = Given.root();
        boolean met = true;
        if (wanted(Part.PILOT)) {
            met &= pilot.run(root, model.path(), data.path());
        }
        if (wanted(Part.GAP)) {
            met &= gap.run(root);
        }
        if (wanted(Part.SPEED)) {
            met &= speed.run(root, data.path());
        }
        return met ? 0 : 1;
    }

    private boolean wanted(Part part) {
        return only == null || only == part;
    }
}

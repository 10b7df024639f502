package io.kernelign.benchmarks.selection;

import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.selection.gap.ChoiceGaps;
import io.kernelign.benchmarks.selection.pilot.PilotCost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench selection}. */
@Command(
        name = "selection",
        mixinStandardHelpOptions = true,
        description =
                "What a pilot of all candidates costs, and how near to the best of them each way of choosing comes.")
public final class SelectionBenchmark implements Callable<Integer> {

    private enum Part {
        PILOT,
        GAP
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
        return met ? 0 : 1;
    }

    private boolean wanted(Part part) {
        return only == null || only == part;
    }
}

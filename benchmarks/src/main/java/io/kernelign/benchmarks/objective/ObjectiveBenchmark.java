package io.kernelign.benchmarks.objective;

import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.objective.plots.KernelPlots;
import io.kernelign.benchmarks.objective.steptime.StepTimes;
import io.kernelign.benchmarks.objective.study.Study;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench objective}. */
@Command(
        name = "objective",
        mixinStandardHelpOptions = true,
        description =
                "What objectives do and cost: which of them align, on a bandit and a tiny language model; and the step of"
                        + " every kernel and divergence beside plain DPO's.")
public final class ObjectiveBenchmark implements Callable<Integer> {

    private enum Part {
        PLOTS,
        STUDY,
        STEPTIME
    }

    @Option(names = "--only", description = "One part: ${COMPLETION-CANDIDATES} (default: all).")
    private Part only;

    @Option(names = "--seeds", defaultValue = "5", description = "Seeds of the study (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Mixin
    private GivenModel model;

    @Mixin
    private GivenData data;

    @Mixin
    private StepTimes stepTimes;

    @Override
    public Integer call() throws Exception {
        var root = Given.root();
        boolean met = true;
        if (wanted(Part.PLOTS)) {
            KernelPlots.write(root);
        }
        if (wanted(Part.STUDY)) {
            met &= Study.run(root, seeds);
        }
        if (wanted(Part.STEPTIME)) {
            met &= stepTimes.run(root, model.path(), data.path());
        }
        return met ? 0 : 1;
    }

    private boolean wanted(Part part) {
        return only == null || only == part;
    }
}

package io.kernelign.benchmarks.objective;

import io.kernelign.benchmarks.objective.study.Study;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench objective}. */
@Command(
        name = "objective",
        mixinStandardHelpOptions = true,
        description =
                "Which objectives align: every kernel in both formulations, on a bandit and a tiny language model.")
public final class ObjectiveBenchmark implements Callable<Integer> {

    private enum Part {
        STUDY
    }

    @Option(names = "--only", description = "One part: ${COMPLETION-CANDIDATES} (default: all).")
    private Part only;

    @Option(names = "--seeds", defaultValue = "5", description = "Seeds of the study (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Override
    public Integer call() throws Exception {
        var root = Path.of(System.getProperty("kernelign.root", "."));
        boolean met = true;
        if (wanted(Part.STUDY)) {
            met &= Study.run(root, seeds);
        }
        return met ? 0 : 1;
    }

    private boolean wanted(Part part) {
        return only == null || only == part;
    }
}

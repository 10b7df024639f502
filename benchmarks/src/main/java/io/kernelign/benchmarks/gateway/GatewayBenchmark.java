package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Given;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench gateway}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description =
                "How fast jobs are read alone and while files are uploaded, everything on this machine; and what is"
                        + " left of jobs while every process of the platform is killed again and again.")
public final class GatewayBenchmark implements Callable<Integer> {

    private enum Part {
        LOAD,
        KILLS
    }

    @Option(names = "--only", description = "One part: ${COMPLETION-CANDIDATES} (default: all).")
    private Part only;

    @Option(
            names = "--model",
            description = "Model folder with weights (default: shared/models/stories260k beside the checkout).")
    private Path model;

    @Mixin
    private GatewayLoad load;

    @Mixin
    private Kills kills;

    @Override
    public Integer call() throws Exception {
        var root = Given.root();
        var tiny = Given.tinyModel(model);
        boolean met = true;
        if (only != Part.KILLS) {
            met &= load.run(root, tiny);
        }
        if (only != Part.LOAD) {
            met &= kills.run(root, tiny);
        }
        return met ? 0 : 1;
    }
}

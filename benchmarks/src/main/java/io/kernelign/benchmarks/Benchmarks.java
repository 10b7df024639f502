package io.kernelign.benchmarks;

import io.kernelign.benchmarks.alpha.AlphaBenchmark;
import io.kernelign.benchmarks.endurance.LongBenchmark;
import io.kernelign.benchmarks.gateway.GatewayBenchmark;
import io.kernelign.benchmarks.generate.GenerateBenchmark;
import io.kernelign.benchmarks.headers.HeadersBenchmark;
import io.kernelign.benchmarks.memory.MemoryBenchmark;
import io.kernelign.benchmarks.memory.MemoryRun;
import io.kernelign.benchmarks.metrics.MetricsBenchmark;
import io.kernelign.benchmarks.metrics.WriterCommand;
import io.kernelign.benchmarks.mutations.MutationsBenchmark;
import io.kernelign.benchmarks.mutations.MutationsPart;
import io.kernelign.benchmarks.objective.ObjectiveBenchmark;
import io.kernelign.benchmarks.precision.PrecisionBenchmark;
import io.kernelign.benchmarks.selection.ReferenceCommand;
import io.kernelign.benchmarks.selection.SelectionBenchmark;
import io.kernelign.benchmarks.train.OurRun;
import io.kernelign.benchmarks.train.TrainBenchmark;
import io.kernelign.benchmarks.upload.UploadBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./kernelign bench NAME}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Compares Kernelign with what else one would use; writes docs/benchmarks/NAME.md and NAME.json.",
        subcommands = {
            TrainBenchmark.class,
            ObjectiveBenchmark.class,
            GenerateBenchmark.class,
            AlphaBenchmark.class,
            HeadersBenchmark.class,
            LongBenchmark.class,
            MutationsBenchmark.class,
            PrecisionBenchmark.class,
            SelectionBenchmark.class,
            UploadBenchmark.class,
            MetricsBenchmark.class,
            GatewayBenchmark.class,
            WriterCommand.class,
            MemoryBenchmark.class,
            MemoryRun.class,
            MutationsPart.class,
            ReferenceCommand.class,
            OurRun.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}

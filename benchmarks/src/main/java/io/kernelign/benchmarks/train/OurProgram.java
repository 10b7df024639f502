package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Measured;
import io.kernelign.torch.Devices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link OurRun} in processes of its own, on the processor as its peer. */
record OurProgram(Path root, Conditions conditions) {

    /** Trains on the pairs of a file. */
    Measured run(Path model, Path pairs, Setting setting) throws IOException, InterruptedException {
        return run(model, List.of("--pairs", pairs.toString()), conditions.arguments(setting));
    }

    /** Makes steps on one made-up pair, each an epoch. */
    Measured step(Path model, int tokens, Setting setting, int steps) throws IOException, InterruptedException {
        return run(model, List.of("--made-up-tokens", String.valueOf(tokens)), conditions.arguments(setting, steps));
    }

    private Measured run(Path model, List<String> data, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Devices.PROPERTY + "=cpu",
                "-jar",
                root.resolve("benchmarks/target/benchmarks-exec.jar").toString(),
                "our-run",
                "--model",
                model.toString()));
        command.addAll(data);
        command.addAll(arguments);
        return Child.run(command);
    }
}

package io.kernelign.training;

import io.kernelign.torch.Torch;
import io.kernelign.training.TrainingEvent.Stepped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains the tiny model in a process of its own and prints, every 50 steps, what it holds: kilobytes and tensors. */
final class MemoryProbe {

    static final int STEPS = 1200;
    static final int EVERY = 50;

    private MemoryProbe() {}

    public static void main(String[] args) {
        var objective = Map.<String, Object>of("kernel", "hmk", "divergence", "kl");
        var training = Map.<String, Object>of("steps", STEPS, "batchTokens", 128);
        try (var model = TinyTask.model();
                var loop = new PreferenceTraining(
                        TinyTask.of(model, objective, training, Path.of(args[0])),
                        Optional.empty(),
                        MemoryProbe::tell)) {
            loop.run(() -> false);
        }
    }

    private static void tell(TrainingEvent event) {
        if (event instanceof Stepped && event.step() % EVERY == 0) {
            System.gc();
            Torch.releaseFreeMemory();
            System.out.println(anonymousKilobytes() + " " + Torch.liveTensors());
        }
    }

    /** Resident memory that belongs to no file. */
    private static long anonymousKilobytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kernelign.training.memory;

import io.kernelign.torch.Devices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much memory this process can have in all, what it has already included.
 *
 * @param root of the file system that the kernel tells it in
 */
record AvailableMemory(Path root) {

    private static final Path ROOT = Path.of("/");
    private static final long KIBI = 1024;

    /**
     * Bytes: what is free on the GPU in use; on the processor the least of what the system and a container's limit leave.
     * Empty where nobody says.
     */
    static OptionalLong bytes() {
        var gpu = Devices.freeGpuBytes();
        return gpu.isPresent() ? gpu : new AvailableMemory(ROOT).ofProcessor();
    }

    OptionalLong ofProcessor() {
        long own = line("proc/self/status", "RssAnon:").stream()
                .map(kibi -> kibi * KIBI)
                .findFirst()
                .orElse(0);
        return LongStream.concat(system().stream(), container().stream())
                .map(free -> free + own)
                .min();
    }

    private OptionalLong system() {
        return line("proc/meminfo", "MemAvailable:").stream()
                .map(kibi -> kibi * KIBI)
                .findFirst();
    }

    /** A limit of "max" is none; files that the system keeps at hand are let go before the limit counts. */
    private OptionalLong container() {
        var limit = number("sys/fs/cgroup/memory.max");
        var used = number("sys/fs/cgroup/memory.current");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long atHand = Stream.of("inactive_file ", "active_file ")
                .mapToLong(kind -> line("sys/fs/cgroup/memory.stat", kind).orElse(0))
                .sum();
        return OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() + atHand));
    }

    private OptionalLong number(String file) {
        return read(file).map(String::strip).filter(text -> text.matches("\\d+")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private OptionalLong line(String file, String beginning) {
        return read(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(beginning))
                .mapToLong(line ->
                        Long.parseLong(line.substring(beginning.length()).replaceAll("\\D", "")))
                .findFirst();
    }

    private Optional<String> read(String file) {
        var path = root.resolve(file);
        try {
            return Files.isReadable(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

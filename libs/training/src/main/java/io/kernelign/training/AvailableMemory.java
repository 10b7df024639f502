package io.kernelign.training;

import io.kernelign.torch.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Memory that tensors of this process may still take, bytes. */
public final class AvailableMemory {

    private static final Path SYSTEM = Path.of("/proc/meminfo");
    private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");

    private AvailableMemory() {}

    /**
     * What is free on the GPU in use; on the processor the least of what the system has left and what a container's limit
     * leaves; empty where nobody says.
     */
    public static OptionalLong bytes() {
        var gpu = Devices.freeGpuBytes();
        return gpu.isPresent()
                ? gpu
                : LongStream.concat(system().stream(), container().stream()).min();
    }

    private static OptionalLong system() {
        return read(SYSTEM)
                .lines()
                .filter(line -> line.startsWith("MemAvailable"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    /** A limit of "max" is none. */
    private static OptionalLong container() {
        var limit = read(LIMIT).strip();
        var used = read(USED).strip();
        return limit.matches("\\d+") && used.matches("\\d+")
                ? OptionalLong.of(Math.max(0, Long.parseLong(limit) - Long.parseLong(used)))
                : OptionalLong.empty();
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}

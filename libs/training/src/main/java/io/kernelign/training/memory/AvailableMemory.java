package io.kernelign.training.memory;

import io.kernelign.torch.Devices;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much memory this process can have in all, what it has already included.
 *
 * @param files in which the kernel tells it
 */
record AvailableMemory(SystemFiles files) {

    /**
     * Bytes: what is free on the GPU in use; on the processor the least of what the system and a container's limit leave.
     * Empty where nobody says.
     */
    static OptionalLong bytes() {
        var gpu = Devices.freeGpuBytes();
        return gpu.isPresent() ? gpu : new AvailableMemory(SystemFiles.HERE).ofProcessor();
    }

    OptionalLong ofProcessor() {
        long own = files.ofProcess("RssAnon").orElse(0);
        return LongStream.concat(files.kibibytes("proc/meminfo", "MemAvailable").stream(), container().stream())
                .map(free -> free + own)
                .min();
    }

    /** A limit of "max" is none; files that the system keeps at hand are let go before the limit counts. */
    private OptionalLong container() {
        var limit = files.number("sys/fs/cgroup/memory.max");
        var used = files.number("sys/fs/cgroup/memory.current");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long atHand = Stream.of("inactive_file ", "active_file ")
                .mapToLong(kind -> files.line("sys/fs/cgroup/memory.stat", kind).orElse(0))
                .sum();
        return OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() + atHand));
    }
}

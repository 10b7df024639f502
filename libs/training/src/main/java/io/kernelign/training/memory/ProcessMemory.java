package io.kernelign.training.memory;

import io.kernelign.torch.DType;
import io.kernelign.torch.Devices;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What this process takes whatever it trains: the Java machine with its heap, and libtorch. */
public final class ProcessMemory {

    /**
     * What libtorch and the Java machine allocate for themselves besides what the latter counts, and code that is touched in
     * a training only.
     */
    private static final long OWN = 107L << 20;

    /** Code of libtorch 2.7.1, where the system does not say. */
    private static final long CODE = 83L << 20;

    /** Where the serial collector keeps what lives long. */
    private static final String SERIAL_OLD = "Tenured Gen";

    private ProcessMemory() {}

    /** Bytes of the device's memory; a GPU's holds nothing but tensors. */
    public static long bytes() {
        if (Devices.current().gpu().isPresent()) {
            return 0;
        }
        return OWN
                + Code.resident()
                + ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(ProcessMemory::bytes)
                        .sum();
    }

    /** Of a space of the Java machine: what is committed, but of a space that fills only with what lives long, what is used. */
    private static long bytes(MemoryPoolMXBean space) {
        return space.getName().equals(SERIAL_OLD)
                ? space.getUsage().getUsed()
                : space.getUsage().getCommitted();
    }

    /** The libraries of this process, which the system maps from their files and reads where they are touched. */
    private static final class Code {

        static {
            try (var scope = Scope.recording()) {
                var square = Tensors.full(0.5, DType.FLOAT32, 64, 64).requireGradient();
                Primitives.linear(square, square).softmax(-1).sum().backward();
            }
        }

        static long resident() {
            return SystemFiles.HERE.ofProcess("RssFile").orElse(CODE);
        }
    }
}

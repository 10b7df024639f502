package io.kernelign.training.memory;

import io.kernelign.torch.Devices;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What this process takes whatever it trains: the Java machine with its heap, and libtorch. */
public final class ProcessMemory {

    /** libtorch's code and tables as far as training touches them, and the Java machine's own besides what it counts. */
    private static final long NATIVE = 190L << 20;

    /** Where the serial collector keeps what lives long. */
    private static final String SERIAL_OLD = "Tenured Gen";

    private ProcessMemory() {}

    /** Bytes of the device's memory; a GPU's holds nothing but tensors. */
    public static long bytes() {
        if (Devices.current().gpu().isPresent()) {
            return 0;
        }
        return NATIVE
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
}

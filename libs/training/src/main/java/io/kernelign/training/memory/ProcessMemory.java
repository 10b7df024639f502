package io.kernelign.training.memory;

import io.kernelign.torch.Devices;
import java.lang.management.ManagementFactory;

/** What this process takes whatever it trains: the Java machine with its heap, and libtorch. */
public final class ProcessMemory {

    /** libtorch's code and tables as far as training touches them, and the Java machine's own besides what it counts. */
    private static final long NATIVE = 220L << 20;

    private ProcessMemory() {}

    /** Bytes of the device's memory; a GPU's holds nothing but tensors. */
    public static long bytes() {
        if (Devices.current().gpu().isPresent()) {
            return 0;
        }
        var memory = ManagementFactory.getMemoryMXBean();
        return NATIVE
                + memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }
}

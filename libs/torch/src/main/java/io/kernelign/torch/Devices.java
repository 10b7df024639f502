package io.kernelign.torch;

import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one device on which all tensors of this process live; it is settled before the first of them. */
public final class Devices {

    /** System property with the name of the device, for a process that does not call {@link #use}. */
    public static final String PROPERTY = "kernelign.device";

    private static Device settled;

    private Devices() {}

    /**
     * Settles the device.
     *
     * @param name {@code auto}, {@code cpu}, {@code cuda} for the first GPU, or {@code cuda:N}
     * @throws AbsentDeviceException if it is not there
     * @throws IllegalStateException if another one is settled
     */
    public static synchronized Device use(String name) {
        var device = Device.named(name, there());
        if (settled != null && !settled.equals(device)) {
            throw new IllegalStateException("the tensors of this process live on " + settled.name()
                    + " already, and cannot on " + device.name());
        }
        settled = device;
        return device;
    }

    /** The device that is settled; until then, the one that {@value #PROPERTY} names, or {@code auto}. */
    public static synchronized Device current() {
        return settled == null ? use(System.getProperty(PROPERTY, Device.AUTO)) : settled;
    }

    /** What a process could use: the processor, then the GPUs. */
    public static List<Device> there() {
        // CUDA's runtime is asked first: where it finds no GPU, libtorch need not be loaded for the answer.
        int gpus = CudaUtils.getGpuCount();
        int reached = gpus > 0 && LibTorch.reachesGpus() ? gpus : 0;
        return Stream.concat(Stream.of(Device.CPU), IntStream.range(0, reached).mapToObj(Device::cuda))
                .toList();
    }

    /** Bytes that are free on the GPU in use; empty on the processor, which has the system's memory. */
    public static OptionalLong freeGpuBytes() {
        return current().gpu().stream()
                .map(number -> CudaUtils.getGpuMemory(ai.djl.Device.gpu(number)))
                .mapToLong(memory -> memory.getMax() - memory.getUsed())
                .findFirst();
    }

    /** Compute capability of the GPU in use, times ten: 80 for 8.0; empty on the processor. */
    public static OptionalInt computeCapability() {
        return current().gpu().stream()
                .mapToInt(number -> Integer.parseInt(CudaUtils.getComputeCapability(number)))
                .findFirst();
    }
}

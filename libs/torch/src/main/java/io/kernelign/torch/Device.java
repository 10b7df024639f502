package io.kernelign.torch;

import java.util.List;
import java.util.Optional;

/**
 * A place where tensors live and are computed: the processor, or one of the GPUs.
 *
 * @param gpu number of the GPU; empty for the processor
 */
public record Device(Optional<Integer> gpu) {

    public static final Device CPU = new Device(Optional.empty());

    /** The name that means the first GPU where there is one, and the processor elsewhere. */
    public static final String AUTO = "auto";

    private static final String FIRST_GPU = "cuda";

    static Device cuda(int number) {
        return new Device(Optional.of(number));
    }

    /** {@code cpu}, {@code cuda:1}. */
    public String name() {
        return gpu.map(number -> "cuda:" + number).orElse("cpu");
    }

    ai.djl.Device djl() {
        return gpu.map(ai.djl.Device::gpu).orElse(ai.djl.Device.cpu());
    }

    /**
     * The device that a name means.
     *
     * @param there all that there are
     * @throws AbsentDeviceException if none of them is meant
     */
    static Device named(String name, List<Device> there) {
        var firstGpu = there.stream().filter(device -> device.gpu.isPresent()).findFirst();
        var meant = name.equals(AUTO) || name.equals(FIRST_GPU)
                ? firstGpu.or(() -> Optional.of(CPU).filter(cpu -> name.equals(AUTO)))
                : there.stream().filter(device -> device.name().equals(name)).findFirst();
        return meant.orElseThrow(() -> new AbsentDeviceException(name, there));
    }
}

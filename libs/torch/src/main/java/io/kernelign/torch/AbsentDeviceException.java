package io.kernelign.torch;

import java.util.List;
import java.util.stream.Collectors;

/** There is no such device; the message is one sentence that says which there are. */
public final class AbsentDeviceException extends RuntimeException {

    AbsentDeviceException(String name, List<Device> there) {
        super("there is no device \"" + name + "\" here; there is "
                + there.stream().map(Device::name).collect(Collectors.joining(", "))
                + " (cuda means the first GPU, auto the first GPU or else cpu; GPUs need a build with profile cuda)");
    }
}

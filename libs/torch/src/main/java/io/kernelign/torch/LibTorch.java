package io.kernelign.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.engine.PtNDManager;

/** libtorch's natives in this process: loaded once, offline, on first use. */
final class LibTorch {

    /** DJL's name for it. */
    static final String NAME = "PyTorch";

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private static final Engine LOADED = Engine.getEngine(NAME);

    private LibTorch() {}

    /** A root of arrays on a device. */
    static PtNDManager manager(Device device) {
        return (PtNDManager) LOADED.newBaseManager(device);
    }

    /** Whether it was built for CUDA and finds a GPU. */
    static boolean reachesGpus() {
        return LOADED.hasCapability(StandardCapabilities.CUDA);
    }
}

package io.kernelign.torch;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** What libtorch computes with in this process: its device, and the root of all arrays on it. */
final class Engine {

    static final Device PROCESSOR = Device.cpu();
    static final Device DEVICE = Devices.current().djl();
    static final PtNDManager MANAGER = LibTorch.manager(DEVICE);

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> {
        // The profiling executor makes the first calls of every scripted function slow.
        JniUtils.setGraphExecutorOptimize(false);
        return true;
    });

    private Engine() {}

    static void prepareThread() {
        PREPARED.get();
    }
}

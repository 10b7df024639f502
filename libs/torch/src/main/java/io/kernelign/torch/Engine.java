package io.kernelign.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** libtorch in this process: started once, offline, on first use. */
final class Engine {

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    static final Device DEVICE = Device.cpu();
    static final PtNDManager MANAGER = (PtNDManager) NDManager.newBaseManager(DEVICE, "PyTorch");

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

package io.kernelign.torch;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What concerns libtorch as a whole: its generator, its threads, its memory. */
public final class Torch {

    private Torch() {}

    /** Seeds libtorch's random generator, which {@link Primitives#dropout} uses. */
    public static void seed(long seed) {
        Engine.prepareThread();
        JniUtils.setSeed(seed);
    }

    /** Threads that one operation may use. */
    public static int threads() {
        Engine.prepareThread();
        return JniUtils.getNumThreads();
    }

    /** Sets how many threads one operation may use, in the whole process. */
    public static void threads(int threads) {
        Engine.prepareThread();
        JniUtils.setNumThreads(threads);
    }

    /** Sets how many threads the calling thread's operations may use, and leaves all other threads as they are. */
    public static synchronized void threadsHere(int threads) {
        int elsewhere = onNewThread(Torch::threads);
        threads(); // On its first question a thread takes over the number that all new ones have: let that be past.
        threads(threads);
        // libtorch has set it for threads to come as well; a thread of its own sets that back.
        onNewThread(() -> {
            threads(elsewhere);
            return elsewhere;
        });
    }

    private static <T> T onNewThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task, "torch-threads").start())
                .join();
    }

    /** Gives freed memory back to the system; allocators keep it otherwise. Call it after a job. */
    public static void releaseFreeMemory() {
        if (Engine.DEVICE.isGpu()) {
            JniUtils.emptyCudaCache();
        }
        Allocator.current().release();
    }

    /** Tensors alive in the process, for leak checks. */
    public static int liveTensors() {
        return Engine.MANAGER.getManagedArrays().size();
    }
}

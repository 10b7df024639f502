package io.kernelign.torch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** What gives this process its memory outside the heap: jemalloc where that is preloaded, else the C library. */
final class Allocator {

    /** What jemalloc is told to do in all of its arenas. */
    private static final String PURGE = "arena.4096.purge";

    private Allocator() {}

    /** Gives what was freed back to the system. */
    static void release() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            exported("mallctl").invokeInt(new Object[] {PURGE, null, null, null, 0L});
        } catch (UnsatisfiedLinkError withoutJemalloc) {
            exported("malloc_trim").invokeInt(new Object[] {0L});
        }
    }

    private static Function exported(String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }
}

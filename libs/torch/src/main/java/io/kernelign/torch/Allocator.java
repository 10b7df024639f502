package io.kernelign.torch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** What gives this process its memory outside the heap: jemalloc where that is preloaded, else the C library. */
public enum Allocator {
    C_LIBRARY {
        @Override
        void release() {
            if (Platform.isLinux()) {
                exported("malloc_trim").invokeInt(new Object[] {0L});
            }
        }
    },
    JEMALLOC {
        @Override
        void release() {
            exported(CONTROL).invokeInt(new Object[] {PURGE, null, null, null, 0L});
        }
    };

    private static final String CONTROL = "mallctl";

    /** What jemalloc is told to do in all of its arenas. */
    private static final String PURGE = "arena.4096.purge";

    private static final Allocator CURRENT = find();

    /** That of this process. */
    public static Allocator current() {
        return CURRENT;
    }

    private static Allocator find() {
        if (!Platform.isLinux()) {
            return C_LIBRARY;
        }
        try {
            exported(CONTROL);
            return JEMALLOC;
        } catch (UnsatisfiedLinkError withoutJemalloc) {
            return C_LIBRARY;
        }
    }

    /** Gives what was freed back to the system. */
    abstract void release();

    private static Function exported(String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }
}

package io.kernelign.training.memory;

import java.util.Locale;

/** Sizes as people read them. */
public final class ByteSize {

    private static final double MEBI = 1 << 20;
    private static final double GIBI = 1 << 30;

    private ByteSize() {}

    /** "3.1 GiB", or "640 MiB" below one of them. */
    public static String text(long bytes) {
        return bytes < GIBI
                ? String.format(Locale.ROOT, "%.0f MiB", bytes / MEBI)
                : String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
    }
}

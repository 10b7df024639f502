package io.kernelign.benchmarks.selection.speed;

import com.sun.management.ThreadMXBean;
import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.data.embedding.EmbeddedPairs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Measuring a file of embeddings, and reading it. */
final class Scan {

    private static final int READ = 1 << 20;

    private Scan() {}

    /** All metrics of the first pairs of a file. */
    static Measurements measure(EmbeddedPairs file, int pairs) {
        return Measurements.of(PairDistances.of(pairs, file.dimension(), file::read), 0);
    }

    /** Reads every byte in its order and looks at none. */
    static void read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocateDirect(READ);
            while (channel.read(buffer.clear()) >= 0) {}
        }
    }

    /**
     * Floats that measuring allocates for each pair by which a file is larger, whether it keeps them or not: never less than what
     * it holds at once.
     */
    static double floatsPerPair(EmbeddedPairs file) {
        int pairs = file.pairs().size();
        long half = allocating(() -> measure(file, pairs / 2));
        long whole = allocating(() -> measure(file, pairs));
        double floats = (double) (whole - half) / (pairs - pairs / 2) / Float.BYTES;
        return Math.round(100 * floats) / 100.0;
    }

    private static long allocating(Runnable work) {
        long before = allocated();
        work.run();
        return allocated() - before;
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}

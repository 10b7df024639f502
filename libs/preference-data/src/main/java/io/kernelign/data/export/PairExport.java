package io.kernelign.data.export;

import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;

/**
 * Writes canonical pairs in TRL's explicit preference format: {@code prompt}, {@code chosen} and {@code rejected} are lists
 * of messages {@code {role, content}}; beside them stand {@code id}, {@code split} ({@code train} or {@code held_out}),
 * {@code weight}, and {@code task} and {@code label} of pairs that have them. What is written is an import's input, too,
 * and makes the same pairs again. Memory is constant.
 */
public final class PairExport {

    private PairExport() {}

    /**
     * @param side the side whose pairs are written; those of both when empty
     * @param out stays open, and holds a part of a file when this throws
     */
    public static void write(
            Iterator<PreferencePair> pairs, Optional<Split> side, ExportFormat format, OutputStream out)
            throws IOException {
        var sink = format.sink(new OpenOutputStream(out));
        while (pairs.hasNext()) {
            var pair = pairs.next();
            if (side.isEmpty() || side.get() == pair.split()) {
                sink.write(pair);
            }
        }
        sink.finish();
    }
}

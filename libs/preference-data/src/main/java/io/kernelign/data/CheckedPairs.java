package io.kernelign.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The pairs of a data set that was found good; they are still to be written. To be closed. */
public final class CheckedPairs implements Closeable {

    private final WaitingPairs pairs;
    private final RowTally tally;
    private WaitingPairs.Written written;

    CheckedPairs(WaitingPairs pairs, RowTally tally) {
        this.pairs = pairs;
        this.tally = tally;
    }

    /** Writes the canonical file, which {@link io.kernelign.data.pair.PairReader} reads. To be called once. */
    public void writeTo(OutputStream out) throws IOException {
        written = pairs.writeTo(out);
    }

    /**
     * What the import found and made; once the pairs are written.
     *
     * @param contentHash SHA-256 (hex) of what was written
     */
    public ImportReport report(String contentHash) {
        return tally.report(written, contentHash);
    }

    @Override
    public void close() throws IOException {
        pairs.close();
    }
}

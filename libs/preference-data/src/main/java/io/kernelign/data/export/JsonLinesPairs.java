package io.kernelign.data.export;

import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;
import java.io.OutputStream;

/** One pair a line, as in the canonical file, which is of TRL's format already; what a pair does not have is left out. */
final class JsonLinesPairs implements PairSink {

    private final PairWriter out;

    JsonLinesPairs(OutputStream out) {
        this.out = new PairWriter(out);
    }

    @Override
    public void write(PreferencePair pair) throws IOException {
        out.write(pair);
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }
}

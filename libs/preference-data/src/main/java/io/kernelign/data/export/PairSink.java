package io.kernelign.data.export;

import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;

/** A file of pairs in the making. */
public interface PairSink {

    void write(PreferencePair pair) throws IOException;

    /** Writes what is left, so that the file is whole. To be called once, after the last pair. */
    void finish() throws IOException;
}

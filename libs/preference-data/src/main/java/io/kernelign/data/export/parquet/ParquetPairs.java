package io.kernelign.data.export.parquet;

import io.kernelign.data.export.PairSink;
import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;
import java.io.OutputStream;

/** A Parquet file of pairs. */
public final class ParquetPairs implements PairSink {

    private final ParquetFile<PreferencePair> file;

    /**
     * A file that begins where the stream stands, which stays open. What turns say is written as it is: with a dictionary, a
     * text that every pair has would take no room, and a file so small for what it holds is refused as a bomb when it comes
     * back.
     */
    public ParquetPairs(OutputStream out) throws IOException {
        this.file = new ParquetFile<>(
                PairRecord.SCHEMA, PairRecord.CONTENTS, (pair, columns) -> new PairRecord(columns).write(pair), out);
    }

    @Override
    public void write(PreferencePair pair) throws IOException {
        file.write(pair);
    }

    @Override
    public void finish() throws IOException {
        file.finish();
    }
}

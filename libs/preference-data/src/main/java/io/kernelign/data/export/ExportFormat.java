package io.kernelign.data.export;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kernelign.data.export.parquet.ParquetPairs;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The containers that pairs are exported in. */
public enum ExportFormat {
    JSONL("application/jsonl") {
        @Override
        PairSink sink(OutputStream out) {
            return new JsonLinesPairs(out);
        }
    },
    PARQUET("application/vnd.apache.parquet") {
        @Override
        PairSink sink(OutputStream out) throws IOException {
            return new ParquetPairs(out);
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** A file of this format that begins where the stream stands. */
    abstract PairSink sink(OutputStream out) throws IOException;

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot; names the format in requests, too. */
    @JsonValue
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

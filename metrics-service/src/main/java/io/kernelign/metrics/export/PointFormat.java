package io.kernelign.metrics.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The files that points are exported as; each has split, name, step, value (none where it was not finite) and time. */
public enum PointFormat {
    CSV("text/csv") {
        @Override
        public PointSink sink(OutputStream out) {
            return new CsvPoints(out);
        }
    },
    JSONL("application/jsonl") {
        @Override
        public PointSink sink(OutputStream out) {
            return new JsonLinesPoints(out);
        }
    },
    PARQUET("application/vnd.apache.parquet") {
        @Override
        public PointSink sink(OutputStream out) throws IOException {
            return new ParquetPoints(out);
        }
    };

    private final String mediaType;

    PointFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** A file that begins where the stream stands, which stays open. */
    public abstract PointSink sink(OutputStream out) throws IOException;

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.kernelign.data.export.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file in the making that knows how long it is. */
final class Output {

    private final OutputStream out;
    private long position;

    Output(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    void write(ByteArrayOutputStream bytes) throws IOException {
        bytes.writeTo(out);
        position += bytes.size();
    }

    /** How many bytes have been written. */
    long position() {
        return position;
    }

    void flush() throws IOException {
        out.flush();
    }
}

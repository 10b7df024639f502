package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Gzip, of one member or several; truncated or damaged data is an error and never just the end. */
final class GzipInput extends InputStream {

    private final InputStream packed;
    private GZIPInputStream unpacked;

    GzipInput(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (unpacked == null) {
                unpacked = new GZIPInputStream(packed, 1 << 16);
            }
            return unpacked.read(target, offset, length);
        } catch (EOFException e) {
            throw new UnusableInputException("file", "gzip data that ends too early", "a complete gzip file");
        } catch (ZipException e) {
            throw new UnusableInputException("file", "damaged gzip data: " + e.getMessage(), "an intact gzip file");
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}

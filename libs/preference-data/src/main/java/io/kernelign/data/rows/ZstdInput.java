package io.kernelign.data.rows;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.kernelign.data.defect.UnusableInputException;
import java.io.FilterInputStream;
import java.io.IOException;

/** Zstandard, of one frame or several; anything but whole frames to the end of the file is an error. */
final class ZstdInput extends FilterInputStream {

    /** 2 to this power bytes (128 MiB) is how far back data may refer, and so what unpacking may hold. */
    private static final int LARGEST_WINDOW = 27;

    private final CountedInput packed;

    ZstdInput(CountedInput packed) throws IOException {
        super(new ZstdInputStreamNoFinalizer(packed).setLongMax(LARGEST_WINDOW));
        this.packed = packed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (ZstdIOException e) {
            throw new UnusableInputException(
                    "file",
                    "damaged or incomplete zstd data before byte " + (packed.count() + 1) + ": " + e.getMessage(),
                    "an intact zstd file");
        }
    }
}

package io.kernelign.data.rows.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** How the pages of a column are packed. */
enum Codec {
    UNCOMPRESSED {
        @Override
        int unpack(byte[] packed, byte[] target) {
            if (packed.length != target.length) {
                return -1;
            }
            System.arraycopy(packed, 0, target, 0, packed.length);
            return packed.length;
        }
    },
    SNAPPY {
        @Override
        int unpack(byte[] packed, byte[] target) throws IOException {
            // Native code that trusts its input unless asked to look at it first.
            if (!Snappy.isValidCompressedBuffer(packed) || Snappy.uncompressedLength(packed) != target.length) {
                return -1;
            }
            return Snappy.uncompress(packed, 0, packed.length, target, 0);
        }
    },
    GZIP {
        @Override
        int unpack(byte[] packed, byte[] target) throws IOException {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
                int got = in.readNBytes(target, 0, target.length);
                return in.read() < 0 ? got : -1;
            }
        }
    },
    ZSTD {
        @Override
        int unpack(byte[] packed, byte[] target) {
            return (int) Zstd.decompressByteArray(target, 0, target.length, packed, 0, packed.length);
        }
    };

    /** @throws io.kernelign.data.defect.UnusableInputException it is none of these */
    static Codec of(CompressionCodec codec) {
        for (var value : values()) {
            if (codec != null && value.name().equals(codec.name())) {
                return value;
            }
        }
        throw Damage.unsupported(
                "columns packed by " + (codec == null ? "an unknown codec" : codec),
                "Parquet packed by snappy, gzip, zstd or not at all");
    }

    /** The bytes of a page, which must be as many as {@code size}. */
    byte[] unpack(byte[] packed, int size, String column) {
        var target = new byte[size];
        try {
            if (unpack(packed, target) == size) {
                return target;
            }
        } catch (IOException | RuntimeException e) {
            // Damaged, as below.
        }
        throw Damage.of("a page of " + column + " that does not unpack to " + size + " bytes");
    }

    /** How many bytes were written; anything but the length of the target is damage. */
    abstract int unpack(byte[] packed, byte[] target) throws IOException;
}

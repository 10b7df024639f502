package io.kernelign.data.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** How a file is packed: told by its first bytes, never by its name. */
public enum Compression {
    NONE(Magic.of()) {
        @Override
        InputStream unpack(CountedInput packed) {
            return packed;
        }
    },
    GZIP(Magic.of(0x1F, 0x8B)) {
        @Override
        InputStream unpack(CountedInput packed) {
            return new GzipInput(packed);
        }
    },
    ZSTD(Magic.of(0x28, 0xB5, 0x2F, 0xFD)) {
        @Override
        InputStream unpack(CountedInput packed) throws IOException {
            return new ZstdInput(packed);
        }
    };

    private final Magic magic;

    Compression(Magic magic) {
        this.magic = magic;
    }

    static Compression of(byte[] head) {
        return Arrays.stream(values())
                .filter(compression -> compression != NONE && compression.magic.marks(head))
                .findFirst()
                .orElse(NONE);
    }

    /**
     * The unpacked bytes of a file.
     *
     * @param file its bytes as they came
     * @throws io.kernelign.data.defect.UnusableInputException while reading: damaged or beyond a limit
     */
    InputStream unpacked(InputStream file, Limits limits, Quota quota) throws IOException {
        var packed = new CountedInput(file);
        return new GuardedInput(unpack(packed), packed, limits, quota);
    }

    abstract InputStream unpack(CountedInput packed) throws IOException;

    /** The name in reports: {@code none}, {@code gzip}, {@code zstd}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.kernelign.data.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How a file is packed: told by its first bytes, never by its name. */
public enum Compression {
    NONE,
    GZIP;

    private static final int MAGIC_BYTES = 2;

    static Compression of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(MAGIC_BYTES);
            return head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b ? GZIP : NONE;
        }
    }

    /**
     * The unpacked bytes of a file, guarded by the limits on size and ratio.
     *
     * @throws io.kernelign.data.defect.UnusableInputException while reading: damaged or beyond a limit
     */
    InputStream open(Path file, Limits limits) throws IOException {
        var packed = new CountedInput(Files.newInputStream(file));
        return new GuardedInput(this == GZIP ? new GzipInput(new BufferedInputStream(packed)) : packed, packed, limits);
    }

    /** The name in reports: {@code none}, {@code gzip}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

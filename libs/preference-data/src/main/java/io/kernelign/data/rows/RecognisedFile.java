package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of rows, whose container, compression and encoding were told by its content. */
public final class RecognisedFile {

    private static final int HEAD_BYTES = 1 << 16;

    private final Path path;
    private final Limits limits;
    private final Compression compression;
    private final TextEncoding encoding;
    private final int markLength;
    private final Container container;

    /** @throws UnusableInputException the file is nothing that has rows, or damaged where it begins */
    public RecognisedFile(Path path, Limits limits) throws IOException {
        this.path = path;
        this.limits = limits;
        this.compression = Compression.of(head(Files.newInputStream(path)));
        var head = head(compression.open(path, limits, new Quota(limits)));
        requireOurs(head);
        this.encoding = TextEncoding.of(head);
        this.markLength = encoding.markLength(head);
        this.container = new TextHead(head(text(new ByteArrayInputStream(head)))).container();
    }

    public Compression compression() {
        return compression;
    }

    public Container container() {
        return container;
    }

    /** Its rows from the first on, as often as asked. */
    public RowSource rows(Quota quota) throws IOException {
        var unpacked = compression.open(path, limits, quota);
        try {
            return container.rows(text(unpacked), limits);
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private InputStream text(InputStream unpacked) throws IOException {
        unpacked.skipNBytes(markLength);
        return encoding.toUtf8(unpacked);
    }

    private void requireOurs(byte[] head) {
        if (Compression.of(head) != Compression.NONE) {
            throw refused(compression.text() + " data within which is "
                    + Compression.of(head).text() + " data");
        }
        ForeignFormat.describe(head).ifPresent(description -> {
            throw refused(description);
        });
    }

    private static byte[] head(InputStream file) throws IOException {
        try (file) {
            return file.readNBytes(HEAD_BYTES);
        }
    }

    /** A file that is something else altogether. */
    static UnusableInputException refused(String found) {
        return new UnusableInputException("file", found, Container.ACCEPTED);
    }
}

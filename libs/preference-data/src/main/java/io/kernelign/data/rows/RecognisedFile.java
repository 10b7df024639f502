package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.parquet.ParquetRows;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of rows, whose container, compression and encoding were told by its content. To be closed. */
public final class RecognisedFile implements Closeable {

    private static final int HEAD_BYTES = 1 << 16;

    private final Path path;
    private final Limits limits;
    private final Compression compression;
    private final Container container;
    private final TextEncoding encoding;
    private final int markLength;
    private final Path unpacked;

    /**
     * @param scratch folder for a Parquet file to be unpacked in, which has to be read from its end
     * @throws UnusableInputException the file is nothing that has rows, or damaged where it begins
     */
    public RecognisedFile(Path path, Path scratch, Limits limits) throws IOException {
        this.path = path;
        this.limits = limits;
        this.compression = Compression.of(head(Files.newInputStream(path)));
        var head = head(compression.open(path, limits, new Quota(limits)));
        requireOurs(head);
        this.encoding = TextEncoding.of(head);
        this.markLength = encoding.markLength(head);
        this.container = Container.PARQUET_MAGIC.marks(head)
                ? Container.PARQUET
                : new TextHead(head(text(new ByteArrayInputStream(head)))).container();
        this.unpacked = container == Container.PARQUET && compression != Compression.NONE ? unpack(scratch) : null;
    }

    public Compression compression() {
        return compression;
    }

    public Container container() {
        return container;
    }

    /** Its rows from the first on, as often as asked. */
    public RowSource rows(Quota quota) throws IOException {
        if (container == Container.PARQUET) {
            return ParquetRows.open(unpacked == null ? path : unpacked, Files.size(path), limits, quota);
        }
        var bytes = compression.open(path, limits, quota);
        try {
            return rows(text(bytes));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private RowSource rows(InputStream text) throws IOException {
        return switch (container) {
            case JSON_LINES -> new JsonLines(text, limits);
            case JSON_ARRAY -> new JsonArray(text, limits);
            case CSV -> Csv.of(text, limits);
            case PARQUET -> throw new IllegalStateException("Parquet is no text");
        };
    }

    @Override
    public void close() throws IOException {
        if (unpacked != null) {
            Files.deleteIfExists(unpacked);
        }
    }

    private InputStream text(InputStream bytes) throws IOException {
        bytes.skipNBytes(markLength);
        return encoding.toUtf8(bytes);
    }

    private Path unpack(Path scratch) throws IOException {
        var target = Files.createTempFile(scratch, "unpacked-", ".parquet");
        try (var bytes = compression.open(path, limits, new Quota(limits))) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
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

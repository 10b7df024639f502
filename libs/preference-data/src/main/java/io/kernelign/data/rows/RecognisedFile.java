package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.parquet.ParquetRows;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file of rows, whose container, compression and encoding were told by its content. To be closed. */
public final class RecognisedFile implements Closeable {

    private static final int HEAD_BYTES = 1 << 16;

    private final FileBytes file;
    private final Limits limits;
    private final Compression compression;
    private final Container container;
    private final TextEncoding encoding;
    private final int markLength;

    /** {@code null} of a text, which is read from its beginning. */
    private final UnpackedFile unpacked;

    /**
     * @param scratch folder for the copy of a Parquet file, which has to be read from its end, if it is packed or a stream
     * @throws UnusableInputException the file is nothing that has rows, or damaged where it begins
     */
    public RecognisedFile(FileBytes file, Path scratch, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.compression = Compression.of(head(file.look()));
        var head = head(compression.unpacked(file.look(), limits, new Quota(limits)));
        requireOurs(head);
        this.encoding = TextEncoding.of(head);
        this.markLength = encoding.markLength(head);
        this.container = Container.PARQUET_MAGIC.marks(head)
                ? Container.PARQUET
                : new TextHead(head(text(new ByteArrayInputStream(head)))).container();
        this.unpacked = container == Container.PARQUET ? UnpackedFile.of(file, compression, scratch, limits) : null;
    }

    public Compression compression() {
        return compression;
    }

    public Container container() {
        return container;
    }

    /** Its first rows, to look at them; as often as asked, and before all of them are read. */
    public RowSource firstRows(Quota quota) throws IOException {
        return unpacked == null ? rows(file.look(), quota) : parquetRows(quota);
    }

    /** All its rows. */
    public RowSource rows(Quota quota) throws IOException {
        return unpacked == null ? rows(file.open(), quota) : parquetRows(quota);
    }

    private RowSource parquetRows(Quota quota) throws IOException {
        return ParquetRows.open(unpacked.path(), unpacked.packedSize(), limits, quota);
    }

    private RowSource rows(InputStream packed, Quota quota) throws IOException {
        try {
            var text = text(compression.unpacked(packed, limits, quota));
            return switch (container) {
                case JSON_LINES -> new JsonLines(text, limits);
                case JSON_ARRAY -> new JsonArray(text, limits);
                case CSV -> Csv.of(text, limits);
                case PARQUET -> throw new IllegalStateException("Parquet is no text");
            };
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (unpacked != null) {
            unpacked.close();
        }
    }

    private InputStream text(InputStream bytes) throws IOException {
        bytes.skipNBytes(markLength);
        return encoding.toUtf8(bytes);
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

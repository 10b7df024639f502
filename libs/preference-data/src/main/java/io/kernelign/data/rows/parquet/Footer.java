package io.kernelign.data.rows.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/** What a file says of itself at its end, compared with the file. */
final class Footer {

    private static final int LARGEST = 16 << 20;
    private static final int TAIL_BYTES = 8;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

    private final FileMetaData metadata;
    private final MessageType schema;
    private final long pagesEnd;

    private Footer(FileMetaData metadata, MessageType schema, long pagesEnd) {
        this.metadata = metadata;
        this.schema = schema;
        this.pagesEnd = pagesEnd;
    }

    /** @throws io.kernelign.data.defect.UnusableInputException it is damaged or does not tell the truth */
    static Footer read(FileChannel file, int deepest) throws IOException {
        long size = file.size();
        if (size < MAGIC.length + TAIL_BYTES) {
            throw Damage.of("only " + size + " bytes");
        }
        var tail = bytes(file, size - TAIL_BYTES, TAIL_BYTES);
        long length = Integer.toUnsignedLong(tail.order(ByteOrder.LITTLE_ENDIAN).getInt());
        requireMagic(tail.slice());
        long start = size - TAIL_BYTES - length;
        if (length > LARGEST || start < MAGIC.length) {
            throw Damage.of("a footer of " + length + " bytes in a file of " + size);
        }
        var metadata = new FileMetaData();
        if (Structs.read(metadata, bytes(file, start, (int) length).array()) < 0) {
            throw Damage.of("a footer that breaks off");
        }
        var footer = new Footer(metadata, Schema.of(metadata.getSchema(), deepest), start);
        footer.requireCounts();
        return footer;
    }

    MessageType schema() {
        return schema;
    }

    List<RowGroup> rowGroups() {
        return metadata.getRow_groups();
    }

    /** Where the last page must have ended, in bytes from the beginning of the file. */
    long pagesEnd() {
        return pagesEnd;
    }

    private void requireCounts() {
        long rows = 0;
        for (var group : metadata.getRow_groups()) {
            if (group.getNum_rows() < 0
                    || group.getColumnsSize() != schema.getColumns().size()) {
                throw Damage.of("a row group of " + group.getNum_rows() + " rows and " + group.getColumnsSize() + " of "
                        + schema.getColumns().size() + " columns");
            }
            rows += group.getNum_rows();
        }
        if (rows != metadata.getNum_rows()) {
            throw Damage.of(metadata.getNum_rows() + " rows, and row groups of together " + rows);
        }
    }

    private static void requireMagic(ByteBuffer found) {
        if (found.equals(ByteBuffer.wrap(ENCRYPTED))) {
            throw Damage.unsupported("encrypted columns", "Parquet that is not encrypted");
        }
        if (!found.equals(ByteBuffer.wrap(MAGIC))) {
            throw Damage.of("no PAR1 at its end: it breaks off or is followed by something else");
        }
    }

    private static ByteBuffer bytes(FileChannel file, long from, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw Damage.of("fewer bytes than a moment ago");
            }
        }
        return bytes.flip();
    }
}

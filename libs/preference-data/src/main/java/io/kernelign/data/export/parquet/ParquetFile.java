package io.kernelign.data.export.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/** A Parquet file in the making, which holds one row group in memory. */
public final class ParquetFile<T> {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int ROW_GROUP_BYTES = 32 << 20;
    private static final int PAGE_BYTES = 1 << 20;
    /** Rows can be of 4 MiB, and a page only ends where its size is looked at. */
    private static final int LOOKED_AT_EVERY = 8;

    private static final int VERSION = 1;

    private final MessageType schema;
    private final RecordForm<T> form;
    private final ParquetProperties properties;
    private final Output out;
    private final List<RowGroup> groups = new ArrayList<>();
    private RowGroupDraft draft;
    private long rows;

    /**
     * A file that begins where the stream stands, which stays open.
     *
     * @param schema of required and optional fields whose annotations are STRING, LIST, or TIMESTAMP of microseconds in UTC
     * @param plain columns that are written without a dictionary, their names dotted
     */
    public ParquetFile(MessageType schema, List<String> plain, RecordForm<T> form, OutputStream out)
            throws IOException {
        this.schema = schema;
        this.form = form;
        this.properties = properties(plain);
        this.out = new Output(out);
        this.out.write(MAGIC);
        this.draft = new RowGroupDraft(schema, properties);
    }

    private static ParquetProperties properties(List<String> plain) {
        var properties = ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withMinRowCountForPageSizeCheck(1)
                .withMaxRowCountForPageSizeCheck(LOOKED_AT_EVERY)
                .withStatisticsEnabled(false)
                .withSizeStatisticsEnabled(false);
        plain.forEach(column -> properties.withDictionaryEncoding(column, false));
        return properties.build();
    }

    public void write(T row) throws IOException {
        form.write(row, draft.next());
        rows++;
        if (draft.bytes() >= ROW_GROUP_BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        groups.add(draft.writeTo(out));
        draft = new RowGroupDraft(schema, properties);
    }

    /** Writes what is left and the footer. To be called once, after the last row. */
    public void finish() throws IOException {
        if (draft.rows() > 0) {
            endGroup();
        }
        var footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(
                new FileMetaData(VERSION, SchemaList.of(schema), rows, groups).setCreated_by("Kernelign"), footer);
        out.write(footer);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.size())
                .array());
        out.write(MAGIC);
        out.flush();
    }
}

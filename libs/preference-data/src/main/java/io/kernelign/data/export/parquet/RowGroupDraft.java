package io.kernelign.data.export.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Records that wait in memory until there are enough of them for a row group. */
final class RowGroupDraft implements PageWriteStore {

    private final Map<ColumnDescriptor, PackedChunk> chunks = new LinkedHashMap<>();
    private final ColumnWriteStore columns;
    private final RecordConsumer consumer;
    private long rows;

    RowGroupDraft(MessageType schema, ParquetProperties properties) {
        schema.getColumns().forEach(column -> chunks.put(column, new PackedChunk(column)));
        this.columns = properties.newColumnWriteStore(schema, this);
        this.consumer = new ColumnIOFactory().getColumnIO(schema).getRecordWriter(columns);
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
        return chunks.get(column);
    }

    /** Takes one more record. */
    RecordConsumer next() {
        rows++;
        return consumer;
    }

    long rows() {
        return rows;
    }

    /** How much there is, in bytes before it is packed. */
    long bytes() {
        return columns.getBufferedSize()
                + chunks.values().stream().mapToLong(PackedChunk::unpackedBytes).sum();
    }

    /** Writes everything; to be called once. */
    RowGroup writeTo(Output out) throws IOException {
        consumer.flush();
        columns.flush();
        columns.close();
        var written = new ArrayList<ColumnChunk>();
        for (var chunk : chunks.values()) {
            written.add(chunk.writeTo(out));
        }
        long bytes =
                chunks.values().stream().mapToLong(PackedChunk::unpackedBytes).sum();
        return new RowGroup(written, bytes, rows);
    }
}

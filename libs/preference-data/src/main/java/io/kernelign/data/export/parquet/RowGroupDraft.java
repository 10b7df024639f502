package io.kernelign.data.export.parquet;

import io.kernelign.data.pair.PreferencePair;
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

/** Pairs that wait in memory until there are enough of them for a row group. */
final class RowGroupDraft implements PageWriteStore {

    private static final int PAGE_BYTES = 1 << 20;
    /** Rows can be of 4 MiB, and a page only ends where its size is looked at. */
    private static final int LOOKED_AT_EVERY = 8;

    private static final ParquetProperties PROPERTIES = properties();

    private final Map<ColumnDescriptor, PackedChunk> chunks = new LinkedHashMap<>();
    private final ColumnWriteStore columns;
    private final RecordConsumer consumer;
    private final PairRecord record;
    private long rows;

    RowGroupDraft() {
        PairRecord.SCHEMA.getColumns().forEach(column -> chunks.put(column, new PackedChunk(column)));
        this.columns = PROPERTIES.newColumnWriteStore(PairRecord.SCHEMA, this);
        this.consumer = new ColumnIOFactory().getColumnIO(PairRecord.SCHEMA).getRecordWriter(columns);
        this.record = new PairRecord(consumer);
    }

    /**
     * What turns say is written as it is: with a dictionary, a text that every pair has would take no room, and a file so
     * small for what it holds is refused as a bomb when it comes back.
     */
    private static ParquetProperties properties() {
        var properties = ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withMinRowCountForPageSizeCheck(1)
                .withMaxRowCountForPageSizeCheck(LOOKED_AT_EVERY)
                .withStatisticsEnabled(false)
                .withSizeStatisticsEnabled(false);
        PairRecord.CONTENTS.forEach(column -> properties.withDictionaryEncoding(column, false));
        return properties.build();
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
        return chunks.get(column);
    }

    void add(PreferencePair pair) {
        record.write(pair);
        rows++;
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

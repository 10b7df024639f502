package io.kernelign.data.rows.parquet;

import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.RowGroup;

/** The pages of all columns of a row group. */
final class RowGroupPages implements PageReadStore {

    private final long rows;
    private final Map<ColumnDescriptor, ChunkPages> columns = new LinkedHashMap<>();

    RowGroupPages(FileChannel file, Footer footer, RowGroup group, PageMemory memory) {
        this.rows = group.getNum_rows();
        var descriptors = footer.schema().getColumns();
        for (int i = 0; i < descriptors.size(); i++) {
            var chunk = Chunk.of(descriptors.get(i), group, group.getColumns().get(i), footer);
            columns.put(descriptors.get(i), new ChunkPages(file, chunk, memory));
        }
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor descriptor) {
        return columns.get(descriptor);
    }

    @Override
    public long getRowCount() {
        return rows;
    }

    /** Lets go of the pages; to be called when all rows have been read. */
    void finish() {
        columns.forEach((column, pages) -> {
            if (!pages.isRead()) {
                throw Damage.of("more values of " + String.join(".", column.getPath()) + " than its rows have");
            }
            pages.release();
        });
    }
}

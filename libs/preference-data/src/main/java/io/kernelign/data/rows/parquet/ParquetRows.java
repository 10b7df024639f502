package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.Place;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.CutRow;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.Row;
import io.kernelign.data.rows.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a Parquet file as JSON: lists as arrays, structs as objects, no value as null. */
public final class ParquetRows implements RowSource {

    private final FileChannel file;
    private final Footer footer;
    private final RowState state;
    private final PageMemory memory;
    private final Iterator<RowGroup> groups;
    private RowGroupPages pages;
    private RecordReader<ObjectNode> reader;
    private long leftInGroup;
    private long row;

    private ParquetRows(FileChannel file, long packedSize, Limits limits, Quota quota) throws IOException {
        this.file = file;
        this.footer = Footer.read(file, limits.nesting());
        this.state = new RowState(limits, quota, packedSize);
        this.memory = new PageMemory(limits, packedSize);
        this.groups = footer.rowGroups().iterator();
    }

    /**
     * @param packedSize size of the file as it came, in bytes, to which the rows' size is compared
     * @throws UnusableInputException the footer is damaged or does not tell the truth
     */
    public static ParquetRows open(Path path, long packedSize, Limits limits, Quota quota) throws IOException {
        var file = FileChannel.open(path);
        try {
            return new ParquetRows(file, packedSize, limits, quota);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public CutRow next() throws IOException {
        while (leftInGroup == 0) {
            if (pages != null) {
                pages.finish();
            }
            if (!groups.hasNext()) {
                state.check();
                return null;
            }
            begin(groups.next());
        }
        leftInGroup--;
        row++;
        state.begin();
        var columns = decoded(reader::read);
        var flaw = state.flaw();
        var place = Place.ofRow(row);
        var read = flaw == null ? new Row.Readable(place, columns) : new Row.Unreadable(place, flaw);
        return new CutRow(state.bytes(), () -> read);
    }

    private void begin(RowGroup group) throws IOException {
        leftInGroup = group.getNum_rows();
        pages = leftInGroup == 0 ? null : new RowGroupPages(file, footer, group, memory);
        if (pages != null) {
            var columns = new ColumnIOFactory().getColumnIO(footer.schema());
            reader = decoded(() -> columns.getRecordReader(pages, new JsonRow(footer.schema(), state)));
        }
    }

    /** What the library makes of pages; its many ways to fail on damaged ones are one error. */
    private <T> T decoded(Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (UnusableInputException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw Damage.of("values that cannot be decoded, in row " + Math.max(1, row));
        }
    }

    @Override
    public long bytesRead() {
        return state.total();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.CutRow;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.RecognisedFile;
import io.kernelign.data.rows.Row;
import io.kernelign.data.rows.RowSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file of a data set. Its rows, and what is wrong with it, name it when there are others. */
final class SourceFile implements Closeable {

    /** Takes rows, one at a time. */
    interface RowSink {
        void take(CutRow row) throws IOException;
    }

    private final DataFile source;
    private final boolean alone;
    private final RecognisedFile file;

    private SourceFile(DataFile source, boolean alone, RecognisedFile file) {
        this.source = source;
        this.alone = alone;
        this.file = file;
    }

    /** @param scratch folder for what has to be unpacked first; nothing stays there once this is closed */
    static SourceFile open(DataFile file, boolean alone, Path scratch, Limits limits) throws IOException {
        try {
            return new SourceFile(file, alone, new RecognisedFile(file.bytes(), scratch, limits));
        } catch (UnusableInputException e) {
            throw alone ? e : e.ofFile(file.name());
        }
    }

    ImportedFile described() {
        return new ImportedFile(source.name(), file.container(), file.compression(), source.split());
    }

    /** The first rows: so many at most, and no further row once so many bytes are read; throws as {@link #forEach}. */
    List<Row> first(int count, long bytes, Quota quota) throws IOException {
        var first = new ArrayList<Row>();
        try (var rows = file.firstRows(quota)) {
            for (var row = firstOf(rows); row != null; row = rows.next()) {
                first.add(placed(row).read());
                if (first.size() >= count || rows.bytesRead() >= bytes) {
                    break;
                }
            }
        } catch (UnusableInputException e) {
            throw named(e);
        }
        return first;
    }

    /** All its rows; once. @throws UnusableInputException there is no row, or the file cannot be read to its end */
    void forEach(RowSink sink, Quota quota) throws IOException {
        try (var rows = file.rows(quota)) {
            for (var row = firstOf(rows); row != null; row = rows.next()) {
                sink.take(placed(row));
            }
        } catch (UnusableInputException e) {
            throw named(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static CutRow firstOf(RowSource rows) throws IOException {
        var first = rows.next();
        if (first == null) {
            throw new UnusableInputException("file", "empty", "a file with at least one row");
        }
        return first;
    }

    private CutRow placed(CutRow row) {
        return alone ? row : row.in(source.name());
    }

    private UnusableInputException named(UnusableInputException e) {
        return alone ? e : e.ofFile(source.name());
    }
}

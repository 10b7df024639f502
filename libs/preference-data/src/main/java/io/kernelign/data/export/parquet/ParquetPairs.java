package io.kernelign.data.export.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kernelign.data.export.PairSink;
import io.kernelign.data.pair.PreferencePair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** A Parquet file of pairs, which holds one row group in memory while it is made. */
public final class ParquetPairs implements PairSink {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int ROW_GROUP_BYTES = 32 << 20;
    private static final int VERSION = 1;

    private final Output out;
    private final List<RowGroup> groups = new ArrayList<>();
    private RowGroupDraft draft = new RowGroupDraft();
    private long rows;

    /** A file that begins where the stream stands, which stays open. */
    public ParquetPairs(OutputStream out) throws IOException {
        this.out = new Output(out);
        this.out.write(MAGIC);
    }

    @Override
    public void write(PreferencePair pair) throws IOException {
        draft.add(pair);
        rows++;
        if (draft.bytes() >= ROW_GROUP_BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        groups.add(draft.writeTo(out));
        draft = new RowGroupDraft();
    }

    @Override
    public void finish() throws IOException {
        if (draft.rows() > 0) {
            endGroup();
        }
        var footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(
                new FileMetaData(VERSION, SchemaList.of(PairRecord.SCHEMA), rows, groups).setCreated_by("Kernelign"),
                footer);
        out.write(footer);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.size())
                .array());
        out.write(MAGIC);
        out.flush();
    }
}

package io.kernelign.data.rows.parquet;

import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.RowGroup;

/**
 * Where one column of one row group lies.
 *
 * @param start of its first page, in bytes from the beginning of the file
 * @param end after its last page
 * @param values how many it holds, nulls included
 */
record Chunk(ColumnDescriptor column, CompressionCodec codec, long start, long end, long values) {

    /** @throws io.kernelign.data.defect.UnusableInputException what the footer says of it cannot be */
    static Chunk of(ColumnDescriptor column, RowGroup group, ColumnChunk described, Footer footer) {
        var name = String.join(".", column.getPath());
        var metadata = described.getMeta_data();
        if (metadata == null || described.isSetFile_path() || described.isSetCrypto_metadata()) {
            throw Damage.unsupported("the column " + name + " elsewhere or encrypted", "Parquet that is one file");
        }
        if (!metadata.getPath_in_schema().equals(List.of(column.getPath()))
                || metadata.getType() == null
                || !Schema.nameOf(metadata.getType())
                        .equals(column.getPrimitiveType().getPrimitiveTypeName().name())) {
            throw Damage.of("a column that is not the schema's " + name);
        }
        long values = metadata.getNum_values();
        if (values < group.getNum_rows() || column.getMaxRepetitionLevel() == 0 && values != group.getNum_rows()) {
            throw Damage.of(values + " values of " + name + " in " + group.getNum_rows() + " rows");
        }
        long start = metadata.getData_page_offset();
        if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
            start = Math.min(start, metadata.getDictionary_page_offset());
        }
        long size = metadata.getTotal_compressed_size();
        if (start < 4 || size < 0 || size > footer.pagesEnd() - start) {
            throw Damage.of("the column " + name + " from byte " + start + " on, " + size + " bytes, beyond its end");
        }
        return new Chunk(column, metadata.getCodec(), start, start + size, values);
    }

    String name() {
        return String.join(".", column.getPath());
    }
}

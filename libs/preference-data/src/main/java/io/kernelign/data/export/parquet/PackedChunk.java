package io.kernelign.data.export.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.xerial.snappy.Snappy;

/** The pages of one column of one row group, packed, in memory. */
final class PackedChunk implements PageWriter {

    private final ColumnDescriptor column;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private long values;
    private long unpackedBytes;

    PackedChunk(ColumnDescriptor column) {
        this.column = column;
    }

    @Override
    public void writePage(
            BytesInput body,
            int count,
            int rows,
            Statistics<?> statistics,
            SizeStatistics sizes,
            GeospatialStatistics places,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding encoding)
            throws IOException {
        writePage(body, count, statistics, repetition, definition, encoding);
    }

    @Override
    public void writePage(
            BytesInput body,
            int count,
            int rows,
            Statistics<?> statistics,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding encoding)
            throws IOException {
        writePage(body, count, statistics, repetition, definition, encoding);
    }

    @Override
    @Deprecated
    public void writePage(
            BytesInput body,
            int count,
            Statistics<?> statistics,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding encoding)
            throws IOException {
        var header = new DataPageHeader(count, noted(encoding), noted(definition), noted(repetition));
        write(new PageHeader(PageType.DATA_PAGE, 0, 0).setData_page_header(header), body, pages);
        values += count;
    }

    /** The library calls this after the last page, though a dictionary stands before the first. */
    @Override
    public void writeDictionaryPage(DictionaryPage words) throws IOException {
        var header = new DictionaryPageHeader(words.getDictionarySize(), noted(words.getEncoding()));
        write(
                new PageHeader(PageType.DICTIONARY_PAGE, 0, 0).setDictionary_page_header(header),
                words.getBytes(),
                dictionary);
    }

    @Override
    public void writePageV2(
            int rows,
            int nulls,
            int count,
            BytesInput repetition,
            BytesInput definition,
            org.apache.parquet.column.Encoding encoding,
            BytesInput body,
            Statistics<?> statistics) {
        throw new UnsupportedOperationException("only pages of the first version, which every program reads");
    }

    private Encoding noted(org.apache.parquet.column.Encoding encoding) {
        var noted = Encoding.valueOf(encoding.name());
        encodings.add(noted);
        return noted;
    }

    private void write(PageHeader header, BytesInput body, ByteArrayOutputStream out) throws IOException {
        var unpacked = new ByteArrayOutputStream((int) body.size());
        body.writeAllTo(unpacked);
        var packed = Snappy.compress(unpacked.toByteArray());
        var checksum = new CRC32();
        checksum.update(packed);
        header.setUncompressed_page_size(unpacked.size());
        header.setCompressed_page_size(packed.length);
        header.setCrc((int) checksum.getValue());
        int before = out.size();
        Util.writePageHeader(header, out);
        unpackedBytes += out.size() - before + unpacked.size();
        out.writeBytes(packed);
    }

    /** Size of all pages before they were packed, in bytes. */
    long unpackedBytes() {
        return unpackedBytes;
    }

    /** Writes all pages. @param start of the first one, in bytes from the beginning of the file */
    ColumnChunk writeTo(Output out) throws IOException {
        long start = out.position();
        long firstPage = start + dictionary.size();
        out.write(dictionary);
        out.write(pages);
        var described = new ColumnMetaData(
                SchemaList.physical(column.getPrimitiveType().getPrimitiveTypeName()),
                List.copyOf(encodings),
                List.of(column.getPath()),
                CompressionCodec.SNAPPY,
                values,
                unpackedBytes,
                out.position() - start,
                firstPage);
        if (dictionary.size() > 0) {
            described.setDictionary_page_offset(start);
        }
        return new ColumnChunk(start).setMeta_data(described);
    }

    @Override
    public long getMemSize() {
        return dictionary.size() + pages.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + getMemSize() + " bytes of " + String.join(".", column.getPath());
    }
}

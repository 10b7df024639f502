package io.kernelign.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Parquet files of one row group, put together by hand, so that every part of them can say what it likes. */
final class ForgedParquet {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final FileMetaData metadata = new FileMetaData(1, new ArrayList<>(), 0, new ArrayList<>());
    private final RowGroup group = new RowGroup(new ArrayList<>(), 0, 0);

    ForgedParquet(long rows) {
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        metadata.addToSchema(new SchemaElement("schema").setNum_children(0));
        metadata.setNum_rows(rows);
        metadata.addToRow_groups(group.setNum_rows(rows));
    }

    /** A column of texts, of which every row has one. */
    ForgedParquet required(String name, long values, byte[]... pages) {
        return column(name, FieldRepetitionType.REQUIRED, values, pages);
    }

    /** A column of texts that may be null or, if repeated, many. */
    ForgedParquet column(String name, FieldRepetitionType repetition, long values, byte[]... pages) {
        var element = new SchemaElement(name)
                .setType(Type.BYTE_ARRAY)
                .setRepetition_type(repetition)
                .setConverted_type(ConvertedType.UTF8);
        metadata.addToSchema(element);
        metadata.getSchema().get(0).setNum_children(metadata.getSchemaSize() - 1);
        long start = file.size();
        for (var page : pages) {
            file.writeBytes(page);
        }
        var chunk = new ColumnMetaData(
                Type.BYTE_ARRAY,
                List.of(Encoding.PLAIN),
                List.of(name),
                CompressionCodec.UNCOMPRESSED,
                values,
                file.size() - start,
                file.size() - start,
                start);
        group.addToColumns(new ColumnChunk(start).setMeta_data(chunk));
        return this;
    }

    /** The file, after a last change to what it says of itself. To be called once, like its siblings. */
    byte[] bytes(Consumer<FileMetaData> change) {
        change.accept(metadata);
        return bytes(footer());
    }

    private byte[] footer() {
        var footer = new ByteArrayOutputStream();
        try {
            Util.writeFileMetaData(metadata, footer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return footer.toByteArray();
    }

    /** The file with such a footer. */
    byte[] bytes(byte[] footer) {
        end(footer);
        return file.toByteArray();
    }

    private void end(byte[] footer) {
        file.writeBytes(footer);
        file.writeBytes(little(footer.length));
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    void writeTo(Path path) throws IOException {
        end(footer());
        try (var out = Files.newOutputStream(path)) {
            file.writeTo(out);
        }
    }

    byte[] bytes() {
        return bytes(metadata -> {});
    }

    /** A page of values, without levels. */
    static byte[] page(int values, Encoding encoding, byte[] body) {
        return page(header(values, encoding, body), body);
    }

    static PageHeader header(int values, Encoding encoding, byte[] body) {
        return new PageHeader(PageType.DATA_PAGE, body.length, body.length)
                .setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
    }

    static byte[] dictionary(int words, byte[] body) {
        var header = new PageHeader(PageType.DICTIONARY_PAGE, body.length, body.length)
                .setDictionary_page_header(new DictionaryPageHeader(words, Encoding.PLAIN));
        return page(header, body);
    }

    static byte[] page(PageHeader header, byte[] body) {
        var page = new ByteArrayOutputStream();
        try {
            Util.writePageHeader(header, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.writeBytes(body);
        return page.toByteArray();
    }

    /** Texts in the encoding PLAIN: each after its length. */
    static byte[] plain(String... texts) {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(little(utf8.length));
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }

    /** A number in 7-bit groups. */
    static byte[] varint(long number) {
        var bytes = new ByteArrayOutputStream();
        long left = number;
        for (; left > 0x7f; left >>>= 7) {
            bytes.write((int) (left & 0x7f | 0x80));
        }
        bytes.write((int) left);
        return bytes.toByteArray();
    }

    /** Four bytes, the lowest first. */
    static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}

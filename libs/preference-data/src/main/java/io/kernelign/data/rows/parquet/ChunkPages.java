package io.kernelign.data.rows.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;

/** The pages of one column of one row group, of which it holds the dictionary and the latest. */
final class ChunkPages implements PageReader {

    private static final int USUAL_HEADER = 1 << 10;
    private static final int LARGEST_HEADER = 1 << 20;

    private final FileChannel file;
    private final Chunk chunk;
    private final Codec codec;
    private final PageMemory memory;
    private final PageCheck check;
    private long position;
    private long valuesLeft;
    private PageHeader ahead;
    private long dictionaryBytes;
    private long pageBytes;

    ChunkPages(FileChannel file, Chunk chunk, PageMemory memory) {
        this.file = file;
        this.chunk = chunk;
        this.codec = Codec.of(chunk.codec());
        this.memory = memory;
        this.check = new PageCheck(chunk);
        this.position = chunk.start();
        this.valuesLeft = chunk.values();
    }

    /** The dictionary with which the column begins; {@code null} when it begins with something else. */
    @Override
    public DictionaryPage readDictionaryPage() {
        if (position == chunk.end() || header().getType() != PageType.DICTIONARY_PAGE) {
            return null;
        }
        var header = take();
        var described = header.getDictionary_page_header();
        if (described == null) {
            throw Damage.of("a dictionary of " + chunk.name() + " without its header");
        }
        dictionaryBytes = memory.take(header.getCompressed_page_size(), header.getUncompressed_page_size());
        var words = codec.unpack(body(header), header.getUncompressed_page_size(), chunk.name());
        check.requireWords(described.getNum_values(), words);
        return new DictionaryPage(BytesInput.from(words), described.getNum_values(), encoding(described.getEncoding()));
    }

    @Override
    public long getTotalValueCount() {
        return chunk.values();
    }

    @Override
    public DataPage readPage() {
        var header = take();
        while (header.getType() == PageType.INDEX_PAGE) {
            position += header.getCompressed_page_size();
            header = take();
        }
        memory.giveBack(pageBytes);
        pageBytes = memory.take(header.getCompressed_page_size(), header.getUncompressed_page_size());
        if (header.getType() == PageType.DATA_PAGE && header.isSetData_page_header()) {
            return whole(header, header.getData_page_header());
        }
        if (header.getType() == PageType.DATA_PAGE_V2 && header.isSetData_page_header_v2()) {
            return inParts(header, header.getData_page_header_v2());
        }
        throw Damage.of("a page of " + chunk.name() + " where its values should be: " + header.getType());
    }

    /** Whether every value of the column has been handed out. */
    boolean isRead() {
        return valuesLeft == 0;
    }

    /** Lets go of dictionary and page. */
    void release() {
        memory.giveBack(dictionaryBytes + pageBytes);
        dictionaryBytes = 0;
        pageBytes = 0;
    }

    private DataPage whole(PageHeader header, DataPageHeader described) {
        int values = count(described.getNum_values());
        var page = codec.unpack(body(header), header.getUncompressed_page_size(), chunk.name());
        var repetition = encoding(described.getRepetition_level_encoding());
        var definition = encoding(described.getDefinition_level_encoding());
        var encoding = encoding(described.getEncoding());
        check.requireWhole(cursor(page), values, repetition, definition, encoding);
        return new DataPageV1(BytesInput.from(page), values, page.length, null, repetition, definition, encoding);
    }

    private DataPage inParts(PageHeader header, DataPageHeaderV2 described) {
        int values = count(described.getNum_values());
        int repetitionEnd = described.getRepetition_levels_byte_length();
        int definitionEnd = repetitionEnd + described.getDefinition_levels_byte_length();
        var body = body(header);
        if (repetitionEnd < 0
                || definitionEnd < repetitionEnd
                || definitionEnd > Math.min(body.length, header.getUncompressed_page_size())) {
            throw Damage.of("levels of " + definitionEnd + " bytes in a page of " + chunk.name());
        }
        check.requireRepetition(new Cursor(body, 0, repetitionEnd, chunk.name()), values);
        check.requireDefinition(new Cursor(body, repetitionEnd, definitionEnd, chunk.name()), values);
        var packed = Arrays.copyOfRange(body, definitionEnd, body.length);
        var isPacked = !described.isSetIs_compressed() || described.isIs_compressed();
        var data = (isPacked ? codec : Codec.UNCOMPRESSED)
                .unpack(packed, header.getUncompressed_page_size() - definitionEnd, chunk.name());
        var encoding = encoding(described.getEncoding());
        check.requireValues(cursor(data), values, encoding);
        return DataPageV2.uncompressed(
                described.getNum_rows(),
                described.getNum_nulls(),
                values,
                BytesInput.from(body, 0, repetitionEnd),
                BytesInput.from(body, repetitionEnd, definitionEnd - repetitionEnd),
                encoding,
                BytesInput.from(data),
                null);
    }

    private int count(int values) {
        check.requireCount(values, valuesLeft);
        memory.count(values);
        valuesLeft -= values;
        return values;
    }

    private Cursor cursor(byte[] bytes) {
        return new Cursor(bytes, 0, bytes.length, chunk.name());
    }

    /** The next header, passed over. */
    private PageHeader take() {
        var header = header();
        ahead = null;
        return header;
    }

    /** The next header; its body begins at {@code position}. */
    private PageHeader header() {
        if (ahead == null) {
            ahead = readHeader();
            if (ahead.getCompressed_page_size() < 0
                    || ahead.getUncompressed_page_size() < 0
                    || ahead.getCompressed_page_size() > chunk.end() - position) {
                throw Damage.of("a page of " + ahead.getCompressed_page_size() + " bytes where "
                        + (chunk.end() - position) + " of " + chunk.name() + " are left");
            }
        }
        return ahead;
    }

    private PageHeader readHeader() {
        long left = chunk.end() - position;
        for (int size = USUAL_HEADER; ; size *= 2) {
            var header = new PageHeader();
            int length = Structs.read(header, read(position, (int) Math.min(size, left)));
            if (length >= 0) {
                position += length;
                return header;
            }
            if (size >= Math.min(left, LARGEST_HEADER)) {
                throw Damage.of(
                        "no whole page of " + chunk.name() + " where there are " + valuesLeft + " more of its values");
            }
        }
    }

    private byte[] body(PageHeader header) {
        var body = read(position, header.getCompressed_page_size());
        position += body.length;
        if (header.isSetCrc()) {
            var checksum = new CRC32();
            checksum.update(body);
            if ((int) checksum.getValue() != header.getCrc()) {
                throw Damage.of("a page of " + chunk.name() + " that does not have its checksum");
            }
        }
        return body;
    }

    private byte[] read(long from, int count) {
        var bytes = ByteBuffer.allocate(count);
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw Damage.of("fewer bytes than a moment ago");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    private Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        for (var value : Encoding.values()) {
            if (encoding != null && value.name().equals(encoding.name())) {
                return value;
            }
        }
        throw Damage.unsupported(
                "values of " + chunk.name() + " in the encoding " + encoding, "one that Parquet 2 has");
    }
}

package io.kernelign.data.rows.parquet;

import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.schema.PrimitiveType;

/** Looks at unpacked pages before the library decodes them: whether they have room for what they say they hold. */
final class PageCheck {

    private static final int MOST_VALUES = 1 << 24;
    private static final int MOST_DIFFERENCES = 1 << 22;
    private static final int MOST_WORDS = 1 << 20;
    private static final int WIDEST_NUMBER = 32;
    private static final int INT96_BYTES = 12;

    private final ColumnDescriptor column;
    private final String name;

    PageCheck(Chunk chunk) {
        this.column = chunk.column();
        this.name = chunk.name();
    }

    /** @param left values of the column that no page before has held */
    void requireCount(int values, long left) {
        long most = Math.min(left, MOST_VALUES);
        if (values < 0 || values > most) {
            throw Damage.of("a page of " + values + " values of " + name + " where " + most + " can be");
        }
    }

    /** A dictionary of so many words, each in the least room that its type can take. */
    void requireWords(int words, byte[] body) {
        long room = leastBytes(column.getPrimitiveType());
        if (room == 0 || words < 0 || words > MOST_WORDS || words * room > body.length) {
            throw Damage.of("a dictionary of " + words + " words of " + name + " in " + body.length + " bytes");
        }
    }

    private static int leastBytes(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> 0;
            case INT32, FLOAT, BINARY -> Integer.BYTES;
            case INT64, DOUBLE -> Long.BYTES;
            case INT96 -> INT96_BYTES;
            case FIXED_LEN_BYTE_ARRAY -> type.getTypeLength();
        };
    }

    /** A page of the first version: repetition levels, definition levels and values, the levels after their length. */
    void requireWhole(Cursor page, int values, Encoding repetition, Encoding definition, Encoding encoding) {
        if (column.getMaxRepetitionLevel() > 0) {
            requireRuns(repetition);
            requireLevels(page.part(), column.getMaxRepetitionLevel(), values);
        }
        if (column.getMaxDefinitionLevel() > 0) {
            requireRuns(definition);
            requireLevels(page.part(), column.getMaxDefinitionLevel(), values);
        }
        requireValues(page, values, encoding);
    }

    /** The repetition levels of a page of the second version, which has its parts on their own. */
    void requireRepetition(Cursor levels, int values) {
        requireLevels(levels, column.getMaxRepetitionLevel(), values);
    }

    /** The definition levels of a page of the second version. */
    void requireDefinition(Cursor levels, int values) {
        requireLevels(levels, column.getMaxDefinitionLevel(), values);
    }

    /** The values of a page. */
    void requireValues(Cursor bytes, int values, Encoding encoding) {
        switch (encoding) {
            case PLAIN, BYTE_STREAM_SPLIT -> {}
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> requireIndexes(bytes, values);
            case RLE -> new Runs(bytes.part(), 1).check(values);
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> Deltas.check(bytes, mostDifferences(values));
            case DELTA_BYTE_ARRAY -> {
                Deltas.check(bytes, mostDifferences(values));
                Deltas.check(bytes, mostDifferences(values));
            }
            case BIT_PACKED -> throw Damage.of("values of " + name + " encoded as levels");
        }
    }

    private static int mostDifferences(int values) {
        return Math.min(values, MOST_DIFFERENCES);
    }

    private static void requireIndexes(Cursor bytes, int values) {
        if (bytes.remaining() == 0) {
            return;
        }
        int width = bytes.read(1)[0];
        if (width < 0 || width > WIDEST_NUMBER) {
            throw bytes.damage("indexes of " + width + " bits");
        }
        new Runs(bytes, width).check(values);
    }

    private static void requireLevels(Cursor bytes, int most, int values) {
        if (most > 0 && new Runs(bytes, BytesUtils.getWidthFromMaxInt(most)).check(values) < values) {
            throw bytes.damage("levels for fewer than " + values + " values");
        }
    }

    private void requireRuns(Encoding levels) {
        if (levels != Encoding.RLE) {
            throw Damage.unsupported("levels of " + name + " in the encoding " + levels, "levels in the encoding RLE");
        }
    }
}

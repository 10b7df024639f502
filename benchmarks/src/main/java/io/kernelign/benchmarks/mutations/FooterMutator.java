package io.kernelign.benchmarks.mutations;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Makes the footer of a Parquet file lie in one or two places. */
final class FooterMutator {

    private static final int TAIL = 8;
    private static final List<Long> NUMBERS = List.of(
            0L, 1L, 2L, 3L, 4L, -1L, 64L, 1L << 20, (1L << 31) - 1, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);

    private FooterMutator() {}

    static byte[] change(byte[] file, SplittableRandom random) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TAIL);
        int start = file.length - TAIL - length;
        try {
            var footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                change(footer, random);
            }
            var written = new ByteArrayOutputStream();
            Util.writeFileMetaData(footer, written);
            return joined(Arrays.copyOf(file, start), written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(FileMetaData footer, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0 -> footer.setNum_rows(number(footer.getNum_rows(), random));
            case 1 -> change(footer.getRow_groups(), random);
            case 2, 3, 4 -> change(any(footer.getSchema(), random), random);
            case 5 -> swap(footer.getSchema(), random);
            default -> change(column(footer, random), random);
        }
    }

    private static void change(List<RowGroup> groups, SplittableRandom random) {
        if (groups.isEmpty()) {
            return;
        }
        var group = any(groups, random);
        switch (random.nextInt(4)) {
            case 0 -> group.setNum_rows(number(group.getNum_rows(), random));
            case 1 -> groups.add(group.deepCopy());
            case 2 -> swap(group.getColumns(), random);
            default -> groups.remove(group);
        }
    }

    private static void change(SchemaElement element, SplittableRandom random) {
        switch (random.nextInt(6)) {
            case 0 -> element.setNum_children((int) number(element.getNum_children(), random));
            case 1 -> element.setType(any(List.of(Type.values()), random));
            case 2 -> element.setRepetition_type(any(List.of(FieldRepetitionType.values()), random));
            case 3 -> element.setConverted_type(any(List.of(ConvertedType.values()), random));
            case 4 -> element.setType_length((int) number(element.getType_length(), random));
            default -> element.setName(Hostile.piece(random));
        }
    }

    private static void change(ColumnMetaData column, SplittableRandom random) {
        switch (random.nextInt(7)) {
            case 0 -> column.setNum_values(number(column.getNum_values(), random));
            case 1 -> column.setData_page_offset(number(column.getData_page_offset(), random));
            case 2 -> column.setDictionary_page_offset(number(column.getDictionary_page_offset(), random));
            case 3 -> column.setTotal_compressed_size(number(column.getTotal_compressed_size(), random));
            case 4 -> column.setTotal_uncompressed_size(number(column.getTotal_uncompressed_size(), random));
            case 5 -> column.setCodec(any(List.of(CompressionCodec.values()), random));
            default -> column.setType(any(List.of(Type.values()), random));
        }
    }

    private static ColumnMetaData column(FileMetaData footer, SplittableRandom random) {
        var groups = footer.getRow_groups();
        return groups.isEmpty()
                ? new ColumnMetaData()
                : any(any(groups, random).getColumns(), random).getMeta_data();
    }

    private static long number(long right, SplittableRandom random) {
        return random.nextBoolean() ? right + random.nextInt(-9, 10) : any(NUMBERS, random);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> void swap(List<T> values, SplittableRandom random) {
        Collections.swap(values, random.nextInt(values.size()), random.nextInt(values.size()));
    }

    private static byte[] joined(byte[] pages, byte[] footer) {
        return ByteBuffer.allocate(pages.length + footer.length + TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(pages)
                .put(footer)
                .putInt(footer.length)
                .put(new byte[] {'P', 'A', 'R', '1'})
                .array();
    }
}

package io.kernelign.data;

import static io.kernelign.data.ForgedParquet.dictionary;
import static io.kernelign.data.ForgedParquet.header;
import static io.kernelign.data.ForgedParquet.little;
import static io.kernelign.data.ForgedParquet.page;
import static io.kernelign.data.ForgedParquet.plain;
import static io.kernelign.data.ForgedParquet.varint;
import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Packed.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.UnusableInputException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Parquet files that say of themselves what is not so. */
class LyingParquetTest {

    private static final byte[] PROMPTS = page(2, Encoding.PLAIN, plain("q", "r"));
    private static final byte[] OTHERS = page(2, Encoding.PLAIN, plain("a", "b"));

    private static ForgedParquet rows() {
        return new ForgedParquet(2).required("prompt", 2, PROMPTS).required("chosen", 2, OTHERS);
    }

    private static ForgedParquet withRejected(byte[]... pages) {
        return rows().required("rejected", 2, pages);
    }

    private static void assertRefused(byte[] file, String how) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThatThrownBy(() -> Imported.of(LENIENT, file))
                        .isInstanceOf(UnusableInputException.class)
                        .hasMessageStartingWith("file is Parquet with " + how)
                        .hasMessageContaining("; accepted is "));
    }

    private static void assertFooterRefused(String how, Consumer<FileMetaData> lie) {
        assertRefused(withRejected(page(2, Encoding.PLAIN, plain("c", "d"))).bytes(lie), how);
    }

    private static void assertPageRefused(String how, byte[]... pages) {
        assertRefused(withRejected(pages).bytes(), how);
    }

    @Test
    void a_file_that_says_what_is_so_goes_in() {
        var honest = withRejected(page(2, Encoding.PLAIN, plain("c", "d"))).bytes();
        assertThat(Imported.of(OPTIONS, honest).pairs()).hasSize(2);
    }

    @Test
    void a_footer_is_compared_with_the_size_of_the_file() {
        var file = rows().bytes(new byte[10]);
        System.arraycopy(little(1 << 30), 0, file, file.length - 8, 4);
        assertRefused(file, "a footer of 1073741824 bytes in a file of " + file.length);
        assertRefused(rows().bytes(new byte[10]), "a damaged FileMetaData structure");
        assertRefused(rows().bytes(new byte[] {0x15, 0x02, 0x19, (byte) 0xFC}), "a footer that breaks off");
    }

    @Test
    void a_footer_whose_list_or_text_claims_more_than_there_is_makes_no_room_for_it() {
        var list = join(new byte[] {0x15, 2, 0x19, (byte) 0xFC}, varint(Integer.MAX_VALUE));
        var text = join(new byte[] {0x15, 2, 0x19, 0x1C, 0x48}, varint(Integer.MAX_VALUE));
        assertRefused(rows().bytes(list), "a ");
        assertRefused(rows().bytes(text), "a ");
    }

    @Test
    void a_footer_nested_without_end_is_refused() {
        var nested = new byte[4 << 20];
        Arrays.fill(nested, (byte) 0x1C);
        assertRefused(rows().bytes(nested), "a damaged FileMetaData structure");
    }

    @Test
    void counts_of_rows_and_values_must_agree() {
        assertFooterRefused("3 rows, and row groups of together 2", footer -> footer.setNum_rows(3));
        assertFooterRefused(
                "a row group of -2 rows",
                footer -> footer.getRow_groups().get(0).setNum_rows(-2));
        assertFooterRefused("2 values of prompt in 1000000000000 rows", footer -> {
            footer.setNum_rows(1_000_000_000_000L);
            footer.getRow_groups().get(0).setNum_rows(1_000_000_000_000L);
        });
        assertFooterRefused(
                "3 values of prompt in 2 rows", footer -> column(footer).setNum_values(3));
    }

    private static ColumnMetaData column(FileMetaData footer) {
        return footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
    }

    @Test
    void offsets_and_sizes_must_lie_within_the_file() {
        assertFooterRefused("the column prompt from byte 4 on, 1000000 bytes, beyond its", footer -> column(footer)
                .setTotal_compressed_size(1_000_000));
        assertFooterRefused(
                "the column prompt from byte -1 on", footer -> column(footer).setData_page_offset(-1));
        assertFooterRefused("the column prompt from byte 9223372036854775807 on", footer -> column(footer)
                .setData_page_offset(Long.MAX_VALUE));
        assertFooterRefused("the column prompt from byte 4 on, -1 bytes", footer -> column(footer)
                .setTotal_compressed_size(-1));
        assertFooterRefused("no whole page of prompt", footer -> column(footer).setTotal_compressed_size(7));
    }

    @Test
    void the_schema_must_be_a_tree_of_the_columns_that_are_there() {
        assertFooterRefused(
                "fewer columns than its schema says",
                footer -> footer.getSchema().get(0).setNum_children(4));
        assertFooterRefused(
                "more columns than its schema says",
                footer -> footer.getSchema().get(0).setNum_children(2));
        assertFooterRefused("a row group of 2 rows and 3 of 2 columns", footer -> {
            footer.getSchema().get(0).setNum_children(2);
            footer.getSchema().remove(3);
        });
        assertFooterRefused(
                "two columns prompt", footer -> footer.getSchema().get(2).setName("prompt"));
        assertFooterRefused(
                "a column that is not the schema's query",
                footer -> footer.getSchema().get(1).setName("query"));
        assertFooterRefused(
                "a schema that contradicts itself",
                footer -> footer.getSchema().get(1).unsetRepetition_type());
        assertFooterRefused("columns packed by LZO", footer -> column(footer).setCodec(CompressionCodec.LZO));
    }

    @Test
    void a_page_is_compared_with_what_is_left_of_its_column() {
        var body = plain("c", "d");
        assertPageRefused(
                "a page of 1000000000 bytes where 10 of rejected are left",
                page(header(2, Encoding.PLAIN, body).setCompressed_page_size(1_000_000_000), body));
        assertPageRefused(
                "a page of rejected that does not unpack to 11 bytes",
                page(header(2, Encoding.PLAIN, body).setUncompressed_page_size(11), body));
        assertPageRefused("a page of 3 values of rejected where 2 can be", page(3, Encoding.PLAIN, body));
        assertPageRefused("a page of -1 values of rejected", page(-1, Encoding.PLAIN, body));
        assertPageRefused("no whole page of rejected where there are 1 more", page(1, Encoding.PLAIN, plain("c")));
        assertPageRefused(
                "a page of rejected that does not have its checksum",
                page(header(2, Encoding.PLAIN, body).setCrc(7), body));
    }

    @Test
    void a_page_that_claims_gigabytes_makes_no_room_for_them() {
        var body = plain("c", "d");
        assertThatThrownBy(() -> Imported.of(
                        LENIENT,
                        withRejected(page(
                                        header(2, Encoding.PLAIN, body).setUncompressed_page_size(2_000_000_000), body))
                                .bytes()))
                .hasMessage("file is Parquet of which one page a column takes more than 134217728 bytes;"
                        + " accepted is smaller pages or fewer columns");
    }

    @Test
    void values_that_run_out_or_overrun_their_page_are_refused_with_their_row() {
        assertPageRefused("values that cannot be decoded, in row 2", page(2, Encoding.PLAIN, plain("c")));
        assertPageRefused(
                "values that cannot be decoded, in row 2",
                page(2, Encoding.PLAIN, join(plain("c"), little(1_000_000))));
        assertPageRefused(
                "values that cannot be decoded, in row 2", page(2, Encoding.PLAIN, join(plain("c"), little(-1))));
    }

    @Test
    void a_dictionary_of_more_words_than_it_has_bytes_for_makes_no_room_for_them() {
        var indexes = page(2, Encoding.RLE_DICTIONARY, new byte[] {1, 3, 2});
        assertThat(Imported.of(
                                OPTIONS,
                                withRejected(dictionary(2, plain("c", "d")), indexes)
                                        .bytes())
                        .pairs())
                .hasSize(2);
        assertPageRefused(
                "a dictionary of 2000000000 words of rejected in 10 bytes",
                dictionary(2_000_000_000, plain("c", "d")),
                indexes);
        assertPageRefused("values that cannot be decoded", dictionary(1, plain("c")), indexes);
        assertPageRefused("values that cannot be decoded", indexes);
    }

    @Test
    void a_run_of_more_numbers_than_the_page_has_values_makes_no_room_for_them() {
        var words = dictionary(2, plain("c", "d"));
        var packed = join(new byte[] {0}, varint(Integer.MAX_VALUE));
        assertPageRefused("a run of ", words, page(2, Encoding.RLE_DICTIONARY, packed));
        assertPageRefused(
                "a number beyond 31 bits in a page of rejected",
                words,
                page(2, Encoding.RLE_DICTIONARY, join(new byte[] {1}, varint(1L << 40))));
        assertPageRefused("a run of 0 numbers", words, page(2, Encoding.RLE_DICTIONARY, new byte[] {1, 0, 1}));
        assertPageRefused("indexes of 33 bits", words, page(2, Encoding.RLE_DICTIONARY, new byte[] {33, 3, 2}));
    }

    @Test
    void differences_that_claim_more_values_than_the_page_has_make_no_room_for_them() {
        var claim = join(varint(128), varint(4), varint(Integer.MAX_VALUE), varint(0), new byte[64]);
        for (var encoding : new Encoding[] {Encoding.DELTA_LENGTH_BYTE_ARRAY, Encoding.DELTA_BYTE_ARRAY}) {
            assertPageRefused("2147483647 differences for 2 values", page(2, encoding, claim));
        }
        var none = join(varint(128), varint(4), varint(0), varint(0));
        assertPageRefused("2147483647 differences for 2 values", page(2, Encoding.DELTA_BYTE_ARRAY, join(none, claim)));
        var block = join(varint(Integer.MAX_VALUE), varint(1), varint(2), varint(0), new byte[64]);
        assertPageRefused(
                "blocks of 2147483647 differences in 1 parts", page(2, Encoding.DELTA_LENGTH_BYTE_ARRAY, block));
    }

    @Test
    void a_billion_nulls_in_a_few_bytes_are_refused_as_a_bomb() {
        int perPage = 1 << 24;
        var pages = new byte[64][];
        Arrays.fill(pages, page(perPage, Encoding.PLAIN, levels(perPage)));
        long rows = 64L * perPage;
        assertBomb(new ForgedParquet(rows).column("prompt", FieldRepetitionType.OPTIONAL, rows, pages));
    }

    @Test
    void a_row_of_a_billion_values_is_refused_as_a_bomb_without_being_held() {
        int perPage = 1 << 20;
        var first = join(part(join(run(1, 0), run(perPage - 1, 1))), levels(perPage));
        var pages = new byte[1024][];
        Arrays.fill(pages, page(perPage, Encoding.PLAIN, join(part(run(perPage, 1)), levels(perPage))));
        pages[0] = page(perPage, Encoding.PLAIN, first);
        assertBomb(new ForgedParquet(1).column("prompt", FieldRepetitionType.REPEATED, 1024L * perPage, pages));
    }

    @Test
    void one_word_repeated_a_million_times_is_refused_as_a_bomb() {
        int perPage = 1 << 20;
        var words = dictionary(1, plain("x".repeat(10_000)));
        var indexes = page(perPage, Encoding.RLE_DICTIONARY, join(new byte[] {1}, run(perPage, 0)));
        assertBomb(new ForgedParquet(perPage).required("prompt", perPage, words, indexes));
    }

    private static void assertBomb(ForgedParquet file) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(
                        () -> Imported.of(LENIENT.withFormat("trl"), file.bytes()))
                .hasMessageStartingWith("file is unpacked to ")
                .hasMessageEndingWith("; accepted is a compression ratio below the limit of 200"));
    }

    /** Levels of a page, all 0. */
    private static byte[] levels(int count) {
        return part(run(count, 0));
    }

    private static byte[] run(int count, int level) {
        return join(varint((long) count << 1), new byte[] {(byte) level});
    }

    private static byte[] part(byte[] runs) {
        return join(little(runs.length), runs);
    }

    @Test
    void a_file_with_any_bytes_changed_is_refused_or_goes_in_with_its_defects_told() {
        var random = new Random(11);
        var whole = Golden.parquet("second version");
        var other = Golden.parquet("shapes");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < 1_000; i++) {
                var changed = (i % 2 == 0 ? whole : other).clone();
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    changed[4 + random.nextInt(changed.length - 8)] = (byte) random.nextInt();
                }
                try {
                    Imported.of(LENIENT.withFormat("trl"), changed);
                } catch (UnusableInputException | RejectedDataException e) {
                    assertThat(e).hasMessageNotContaining("Exception");
                }
            }
        });
    }

    @Test
    void repeated_levels_that_do_not_reach_every_value_are_refused() {
        var body = join(part(run(1, 0)), part(run(2, 1)), plain("c", "d"));
        var file = rows().column("rejected", FieldRepetitionType.REPEATED, 2, page(2, Encoding.PLAIN, body));
        assertRefused(file.bytes(), "levels for fewer than 2 values in a page of rejected");
    }
}

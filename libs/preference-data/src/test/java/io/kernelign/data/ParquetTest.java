package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.join;
import static io.kernelign.data.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Container;
import io.kernelign.data.rows.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Parquet as pyarrow writes it: nested lists and structs, every codec, encoding and version of a page. */
class ParquetTest {

    /** Numbers are the same by their value, to double precision where they have a fraction. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isIntegralNumber() && right.isIntegralNumber()) {
            return left.bigIntegerValue().compareTo(right.bigIntegerValue());
        }
        if (left.isNumber() && right.isNumber()) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return left.asString().equals(right.asString()) ? 0 : 1;
    };

    @TempDir
    Path folder;

    static List<String> names() {
        return Golden.parquetNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_has_the_rows_that_pyarrow_reads(String name) throws IOException {
        var rows = RawRows.of(Files.write(folder.resolve("file"), Golden.parquet(name)));
        var expected = Golden.parquetRows(name);
        assertThat(rows).hasSize(expected.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            assertThat(row.propertyNames())
                    .containsExactlyElementsOf(expected.get(i).propertyNames());
            assertThat(expected.get(i).equals(BY_VALUE, row))
                    .as("row %d: %s", i + 1, row)
                    .isTrue();
        }
    }

    @Test
    void a_data_set_of_the_hub_goes_in_as_it_is() {
        var imported = Imported.of(OPTIONS, Golden.parquet("hub"));
        assertThat(imported.report().layout()).isEqualTo("ultrafeedback");
        assertThat(imported.pairs()).hasSize(40);
        assertThat(imported.report().files())
                .containsExactly(new ImportedFile("upload", Container.PARQUET, Compression.NONE));
    }

    @Test
    void parquet_may_be_compressed_once_more_and_nothing_stays_of_what_was_unpacked() throws IOException {
        var plain = Imported.of(OPTIONS, Golden.parquet("hub"));
        for (var packed : List.of(gzip(Golden.parquet("hub")), zstd(Golden.parquet("hub")))) {
            var file = Files.write(folder.resolve("file"), packed);
            var canonical = folder.resolve("pairs.jsonl");
            var report = PairImport.run(List.of(new DataFile("file", file)), canonical, OPTIONS);
            assertThat(report.contentHash()).isEqualTo(plain.report().contentHash());
            assertThat(report.files().get(0).container()).isEqualTo(Container.PARQUET);
            assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file) && !other.equals(canonical));
        }
    }

    @Test
    void a_bad_field_is_told_with_the_number_of_its_row() {
        var rejected = catchThrowableOfType(
                RejectedDataException.class, () -> Imported.of(OPTIONS.withFormat("openai"), Golden.parquet("hub")));
        assertThat(rejected.report().defects().get(36).message())
                .isEqualTo("row 37, input: expected a list of messages {role, content}, found nothing");
    }

    @Test
    void a_text_that_is_not_utf_8_is_a_bad_row() {
        var imported = Imported.of(LENIENT, Golden.parquetWithBadText());
        assertThat(imported.pairs()).hasSize(2);
        assertThat(imported.report().defects())
                .containsExactly(new Defect(
                        Place.ofRow(2),
                        "chosen",
                        "text in UTF-8",
                        "byte 0xFF as byte 2 of the value",
                        DefectKind.INVALID_UTF8));
    }

    @Test
    void a_row_beyond_the_limit_is_passed_over() {
        var limits = new Limits(345, 64, 1 << 24, 200, 1 << 18);
        var imported = Imported.of(LENIENT.withLimits(limits), Golden.parquet("hub"));
        assertThat(imported.report().defectCounts()).containsOnlyKeys(DefectKind.LINE_TOO_LONG);
        assertThat(imported.pairs()).isNotEmpty().hasSizeLessThan(40);
    }

    @Test
    void columns_nested_deeper_than_the_limit_are_refused() {
        var limits = new Limits(4 << 20, 3, 1 << 24, 200, 1 << 18);
        assertThat(refusal(LENIENT.withLimits(limits), Golden.parquet("shapes")))
                .hasMessage(
                        "file is Parquet with columns nested deeper than the limit;" + " accepted is at most 3 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brotli", "lz4"})
    void columns_packed_by_a_rare_codec_are_refused_by_its_name(String codec) {
        assertThat(refusal(OPTIONS, Golden.refusedParquet(codec)))
                .hasMessageStartingWith("file is Parquet with columns packed by ")
                .hasMessageContaining(codec.toUpperCase(java.util.Locale.ROOT))
                .hasMessageEndingWith("; accepted is Parquet packed by snappy, gzip, zstd or not at all");
    }

    @Test
    void a_file_without_rows_is_empty() {
        assertThat(refusal(OPTIONS, Golden.parquet("no rows")))
                .hasMessage("file is empty; accepted is a file with at least one row");
    }

    @Test
    void a_file_that_breaks_off_or_goes_on_after_its_footer_is_refused() {
        var whole = Golden.parquet("hub");
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refusal(LENIENT, Arrays.copyOf(whole, length))).hasMessageStartingWith("file is Parquet with ");
        }
        assertThat(refusal(LENIENT, join(whole, new byte[3])))
                .hasMessage("file is Parquet with no PAR1 at its end: it breaks off or is followed by something else;"
                        + " accepted is an intact Parquet file");
    }
}

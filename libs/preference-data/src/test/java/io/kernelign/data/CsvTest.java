package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Packed.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.rows.Container;
import io.kernelign.data.rows.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final String HEADER = "prompt,chosen,rejected";

    private static Imported imported(String... records) {
        return Imported.of(LENIENT, HEADER + "\n" + String.join("\n", records));
    }

    private static List<String> texts(PreferencePair pair) {
        return List.of(
                pair.prompt().get(0).content(),
                pair.chosen().get(0).content(),
                pair.rejected().get(0).content());
    }

    private static String refusalOf(String... lines) {
        return refusal(OPTIONS, bytes(lines)).getMessage();
    }

    @Test
    void the_header_names_the_columns_and_quoted_fields_may_hold_anything() {
        var imported = Imported.of(
                OPTIONS,
                "rejected,\"prompt\",chosen",
                "no,\"a \"\"q\"\", with\r\n\ntwo\rlines\",yes",
                "\"\"\"\",q,\",\"");
        assertThat(imported.report().files().get(0).container()).isEqualTo(Container.CSV);
        assertThat(imported.pairs())
                .extracting(CsvTest::texts)
                .containsExactly(List.of("a \"q\", with\r\n\ntwo\rlines", "yes", "no"), List.of("q", ",", "\""));
    }

    @Test
    void every_line_end_is_one_and_blank_lines_are_no_records() {
        for (var end : List.of("\n", "\r\n", "\r", "\n\n", "\r\n\r\n")) {
            var file = String.join(end, HEADER, "q,a,b", "r,\"a\",\"b\"", "s,a,b") + end;
            assertThat(Imported.of(OPTIONS, file).pairs()).hasSize(3);
        }
    }

    @Test
    void a_quotation_mark_within_a_plain_field_is_a_letter() {
        assertThat(texts(imported("5\" or 6\",a,b").pairs().get(0))).containsExactly("5\" or 6\"", "a", "b");
    }

    @Test
    void a_record_with_too_few_or_too_many_fields_is_a_bad_row_with_its_line() {
        var imported = imported("q,\"two\nlines\",b", "q,a", "q,a,b,c", "r,a,b");
        assertThat(imported.pairs()).hasSize(2);
        assertThat(imported.report().defects())
                .extracting(defect -> defect.place().line(), Defect::kind, Defect::expected, Defect::found)
                .containsExactly(
                        tuple(4L, DefectKind.INVALID_CSV, "3 fields, as many as the header has", "2: q,a"),
                        tuple(5L, DefectKind.INVALID_CSV, "3 fields, as many as the header has", "4: q,a,b,c"));
    }

    @Test
    void text_after_a_closing_quotation_mark_is_a_bad_row() {
        var imported = imported("\"q\"uestion,a,b", "r,a,b");
        assertThat(imported.pairs()).hasSize(1);
        assertThat(imported.report().defects())
                .extracting(Defect::message)
                .containsExactly("line 2: expected a comma or the end of the record after a quoted field,"
                        + " found \"q\"uestion,a,b");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_refused_with_the_line_where_its_record_begins() {
        assertThat(refusalOf(HEADER, "q,a,b", "r,\"a,b", "s,a,b"))
                .isEqualTo("file is CSV whose record on line 3 has a quotation mark that is never closed;"
                        + " accepted is quoted fields that end, with every mark within them doubled");
    }

    @Test
    void a_header_with_a_column_named_twice_or_not_at_all_is_refused() {
        assertThat(refusalOf("prompt,chosen,prompt", "1,2,3"))
                .isEqualTo("file is CSV with a header that cannot be used: line 1 names two columns prompt;"
                        + " accepted is CSV whose first line names every column, and none twice");
        assertThat(refusalOf("", ",prompt,chosen", "1,2,3"))
                .startsWith("file is CSV with a header that cannot be used: line 2 has no name for column 1;");
        assertThat(refusalOf("a,\"b\"c", "1,2")).contains("line 1: expected a comma or the end");
    }

    @Test
    void a_record_beyond_the_limit_is_passed_over_without_being_held() {
        var limits = new Limits(200_000, 64, 1 << 24, 200, 1 << 18);
        var longRecord = "q,\"" + "x\n".repeat(500_000) + "\",b";
        var imported = Imported.of(LENIENT.withLimits(limits), HEADER, "q,a,b", longRecord, "r,,b");
        assertThat(imported.pairs()).hasSize(1);
        assertThat(imported.report().defects())
                .extracting(Defect::message)
                .containsExactly(
                        "line 3: expected a row of at most 200000 bytes, found a longer one",
                        "line 500004, chosen: expected a text that is not empty, found \"\"");
    }

    @Test
    void a_header_alone_is_an_empty_file() {
        assertThat(refusalOf(HEADER)).isEqualTo("file is empty; accepted is a file with at least one row");
    }

    @Test
    void columns_parted_by_tabs_or_semicolons_are_named_as_such() {
        assertThat(refusalOf("prompt\tchosen\trejected", "q\ta\tb")).startsWith("file is text with tabs between");
        assertThat(refusalOf("prompt;chosen;rejected", "q;a;b")).startsWith("file is text with semicolons between");
    }
}

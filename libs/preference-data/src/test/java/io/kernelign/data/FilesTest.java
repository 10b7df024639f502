package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Container;
import io.kernelign.data.rows.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilesTest {

    @Test
    void the_report_says_what_the_file_was_recognised_as() {
        assertThat(Imported.of(OPTIONS, gzip(bytes(rows(2)))).report().files())
                .containsExactly(new ImportedFile("upload", Container.JSON_LINES, Compression.GZIP));
    }

    @Test
    void an_empty_file_is_an_error_be_it_blank_or_packed() {
        var blank = "\n \t\r\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        for (var file : List.of(new byte[0], bytes(" \n\r\n"), blank, gzip(new byte[0]), bytes("\uFEFF"))) {
            assertThat(refusal(OPTIONS, file)).hasMessage("file is empty; accepted is a file with at least one row");
        }
    }

    @Test
    void windows_line_ends_do_no_harm() {
        var windows = String.join("\r\n", rows(3)) + "\r\n";
        assertThat(Imported.of(OPTIONS, windows).pairs())
                .isEqualTo(Imported.of(OPTIONS, rows(3)).pairs());
    }

    @Test
    void a_first_line_that_is_broken_hides_no_json_lines() {
        assertThat(Imported.of(LENIENT, "sen\": \"a\", \"rejected\": \"b\"}", row("q", "a", "b"))
                        .report()
                        .defects())
                .extracting(Defect::place)
                .containsExactly(Place.ofLine(1));
    }

    @Test
    void a_line_beyond_the_limit_is_passed_over_without_being_held() {
        var limits = new Limits(200_000, 64, 1 << 24, 200, 1 << 18);
        var lines = rows(3);
        lines[1] = row("q", "x".repeat(1_000_000), "b");
        var result = Imported.of(LENIENT.withLimits(limits), lines);
        assertThat(result.report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(2),
                        "",
                        "a row of at most 200000 bytes",
                        "a longer one",
                        DefectKind.LINE_TOO_LONG));
        assertThat(result.pairs()).hasSize(2);
    }

    @Test
    void a_line_as_long_as_the_limit_is_read() {
        var line = rows(1)[0];
        var limits = new Limits(line.length(), 64, 1 << 24, 200, 1 << 18);
        assertThat(Imported.of(OPTIONS.withLimits(limits), line).pairs()).hasSize(1);
    }

    @Test
    void a_line_of_4_mib_is_read_and_one_of_a_byte_more_is_a_bad_row() {
        var fitting = row("q", "a", "b")
                .replace("{", "{" + " ".repeat((4 << 20) - row("q", "a", "b").length()));
        var result = Imported.of(LENIENT, fitting, " " + fitting);
        assertThat(result.pairs()).hasSize(1);
        assertThat(result.report().defectCounts()).containsOnlyKeys(DefectKind.LINE_TOO_LONG);
    }

    @Test
    void nesting_of_10_000_is_a_bad_row() {
        var deep = row("q", "a", "b").replace("}", ", \"c\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        for (var file : List.of(row("r", "a", "b") + "\n" + deep, "[" + row("r", "a", "b") + "," + deep + "]")) {
            assertThat(Imported.of(LENIENT, file).report().defectCounts())
                    .containsOnlyKeys(DefectKind.NESTED_TOO_DEEPLY);
        }
    }

    @Test
    void a_nul_byte_is_bad_in_json_and_can_be_shown() {
        var result = Imported.of(LENIENT, row("q", "a\0", "b"), row("r", "a", "b"));
        assertThat(result.report().defects()).extracting(Defect::kind).containsExactly(DefectKind.INVALID_JSON);
        assertThat(result.report().defects()).noneMatch(defect -> defect.found().contains("\0"));
    }

    @Test
    void what_no_one_can_write_is_not_written_into_the_report() {
        var bad =
                "{\"prompt\": [{\"role\": \"\\ud83d\\u0000\", \"content\": \"q\"}], \"chosen\": \"a\", \"rejected\": \"b\"}";
        assertThat(Imported.defectOf(row("q", "a", "b"), bad).found()).isEqualTo("\"\uFFFD\\u0000\"");
    }

    @Test
    void rows_of_another_layout_among_the_others_are_bad_rows() {
        var transcript =
                "{\"chosen\": \"\\n\\nHuman: q\\n\\nAssistant: a\", \"rejected\": \"\\n\\nHuman: q\\n\\nAssistant: b\"}";
        var result = Imported.of(LENIENT, row("q", "a", "b"), transcript, row("r", "a", "b"));
        assertThat(result.report().layout()).isEqualTo("trl");
        assertThat(result.report().defects())
                .extracting(Defect::message)
                .containsExactly("line 2, prompt: expected text or a list of messages {role, content}, found nothing");
    }

    @Test
    void a_number_written_as_a_text_is_no_number() {
        var weighted = row("q", "a", "b").replace("}", ", \"weight\": \"0.5\"}");
        assertThat(Imported.defectOf(row("r", "a", "b"), weighted).message())
                .isEqualTo("line 2, weight: expected a number above 0, found \"0.5\"");
    }
}

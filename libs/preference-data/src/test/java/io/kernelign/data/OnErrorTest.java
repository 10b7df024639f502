package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.profile.Lengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class OnErrorTest {

    private static String[] withBad(int count, int... bad) {
        var lines = rows(count);
        Arrays.stream(bad).forEach(i -> lines[i] = row("question " + i, "", "bad"));
        return lines;
    }

    @Test
    void one_bad_row_in_the_middle_rejects_the_file_and_is_named() {
        assertThatThrownBy(() -> Imported.of(OPTIONS, withBad(300, 150)))
                .isInstanceOf(RejectedDataException.class)
                .hasMessage("1 of 300 rows cannot be used and onError=reject accepts none; line 151, chosen: "
                        + "expected a text that is not empty, found \"\"");
    }

    @Test
    void nothing_half_stored_remains(@TempDir Path folder) throws IOException {
        var upload = Files.write(folder.resolve("upload"), List.of(withBad(300, 299)));
        var files = List.of(new DataFile("upload", upload));
        assertThatThrownBy(() -> PairImport.run(files, folder.resolve("pairs.jsonl"), OPTIONS))
                .isInstanceOf(RejectedDataException.class);
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(upload));
    }

    @Test
    void skip_leaves_bad_rows_out_up_to_the_share() {
        var result = Imported.of(OPTIONS.skipping(0.01), withBad(300, 1, 2, 299));
        assertThat(result.pairs()).hasSize(297);
        assertThat(result.report().rows()).isEqualTo(300);
        assertThat(result.report().badRows()).isEqualTo(3);
        assertThat(result.report().defects())
                .extracting(defect -> defect.place().line())
                .containsExactly(2L, 3L, 300L);
        assertThat(result.report().defectCounts()).containsOnlyKeys(DefectKind.EMPTY_FIELD);
    }

    @Test
    void skip_rejects_the_file_beyond_the_share() {
        assertThatThrownBy(() -> Imported.of(OPTIONS.skipping(0.01), withBad(300, 1, 2, 3, 4)))
                .isInstanceOf(RejectedDataException.class)
                .hasMessageStartingWith(
                        "4 of 300 rows cannot be used, a share of 0.0133, and maxSkipShare is 0.01; line 2, chosen: ");
    }

    @Test
    void a_file_without_one_good_row_is_rejected_whatever_may_be_skipped() {
        var rejected = catchThrowableOfType(
                RejectedDataException.class, () -> Imported.of(Imported.LENIENT, withBad(2, 0, 1)));
        assertThat(rejected).hasMessageStartingWith("2 of 2 rows cannot be used and no pair is left; line 1, chosen");
        assertThat(rejected.report().contentHash()).isNull();
    }

    @Test
    void a_file_of_which_no_row_can_be_read_is_rejected_with_its_lines() {
        var rejected = catchThrowableOfType(
                RejectedDataException.class, () -> Imported.of(Imported.LENIENT, "{\"prompt\"}", "{q, a, b}"));
        assertThat(rejected.report().layout()).isNull();
        assertThat(rejected.report().defects())
                .extracting(defect -> defect.place().line())
                .containsExactly(1L, 2L);
    }

    @Test
    void the_report_lists_a_thousand_defects_and_counts_the_rest() {
        var lines = rows(2_500);
        for (int i = 0; i < 2_400; i += 2) {
            lines[i] = "{}";
        }
        var report = Imported.of(Imported.LENIENT, lines).report();
        assertThat(report.defects()).hasSize(1_000);
        assertThat(report.unlistedDefects()).isEqualTo(200);
        assertThat(report.defectCounts()).containsEntry(DefectKind.MISSING_FIELD, 1_200L);
    }

    @Test
    void an_error_is_listed_even_after_a_thousand_warnings() {
        var lines = new String[1_500];
        Arrays.fill(lines, row("q", "a", "b"));
        lines[1_499] = "{}";
        var report = Imported.of(Imported.LENIENT, lines).report();
        assertThat(report.defects())
                .hasSize(1_000)
                .last()
                .extracting(defect -> defect.place().line())
                .isEqualTo(1_500L);
        assertThat(report.unlistedDefects()).isEqualTo(499);
    }

    @Test
    void the_report_tells_lengths_in_characters() {
        var profile = Imported.of(OPTIONS, row("ab", "\\ud83d\\ude00", "abc"), row("abcd", "a", "b"))
                .report()
                .profile();
        assertThat(profile.prompt()).isEqualTo(new Lengths(2, 3, 4));
        assertThat(profile.chosen()).isEqualTo(new Lengths(1, 1, 1));
        assertThat(profile.rejected()).isEqualTo(new Lengths(1, 2, 3));
    }

    @Test
    void the_report_is_plain_json() {
        var report = Imported.of(Imported.LENIENT, row("q", "a", "b"), "{}", row("q", "b", "a"))
                .report();
        var json = new JsonMapper().valueToTree(report);
        assertThat(json.get("defects").get(0).toString())
                .isEqualTo("{\"line\":2,\"field\":\"prompt\","
                        + "\"expected\":\"text or a list of messages {role, content}\","
                        + "\"found\":\"nothing\",\"kind\":\"missing_field\"}");
        assertThat(json.get("defectCounts").toString()).isEqualTo("{\"missing_field\":1,\"contradiction\":1}");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> OPTIONS.skipping(1.5))
                .hasMessage("maxSkipShare is 1.5; accepted is a number from 0 to 1");
        assertThatThrownBy(() -> OPTIONS.withSplit(0, 0))
                .hasMessage("heldOutShare is 0.0; accepted is a number above 0 and below 1");
        assertThatThrownBy(() -> OnError.named("ignore"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("onError is \"ignore\"; accepted is reject or skip");
        assertThat(OnError.named("skip")).isEqualTo(OnError.SKIP);
    }

    @Test
    void line_numbers_count_every_line_of_the_file_blank_ones_too() {
        var lines = LongStream.rangeClosed(1, 3).mapToObj(i -> "").toArray(String[]::new);
        lines[0] = row("q", "a", "b");
        var all = String.join("\n", lines) + "\n{}";
        var report = Imported.of(Imported.LENIENT, all).report();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.defects()).extracting(defect -> defect.place().line()).containsExactly(4L);
    }
}

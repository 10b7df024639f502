package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published data sets, as they are. */
@Tag("shared")
class SharedDataTest {

    private static final ImportOptions SKIP = Imported.OPTIONS.skipping(0.01);

    private static Imported imported(ImportOptions options, String name) {
        var path = Path.of(System.getProperty("kernelign.shared"), "data", "preferences", name + ".jsonl.gz");
        return Imported.of(options, List.of(new DataFile(name, path)));
    }

    @Test
    void harmless_base_goes_in_with_its_six_malformed_rows_reported() {
        var result = imported(SKIP, "hh-rlhf/harmless-base");
        assertThat(result.report().layout()).isEqualTo("hh-rlhf");
        assertThat(result.report().rows()).isEqualTo(1_800);
        assertThat(result.pairs()).hasSize(1_794);
        assertThat(result.report().defects())
                .extracting(defect -> defect.place().line())
                .containsExactly(87L, 517L, 926L, 1_104L, 1_255L, 1_689L);
        assertThat(result.report().defectCounts())
                .containsOnly(Map.entry(DefectKind.EMPTY_FIELD, 4L), Map.entry(DefectKind.PROMPTS_DIFFER, 2L));
        assertThat(result.report().defects().get(0).message())
                .isEqualTo("line 87, chosen: expected words in every turn, found nothing in turn 4 of 4");
        assertThat(result.report().heldOutPairs()).isBetween(130L, 230L);
    }

    @Test
    void harmless_base_is_rejected_when_no_row_may_be_bad() {
        assertThatThrownBy(() -> imported(Imported.OPTIONS, "hh-rlhf/harmless-base"))
                .isInstanceOf(RejectedDataException.class)
                .hasMessageStartingWith(
                        "6 of 1800 rows cannot be used and onError=reject accepts none; line 87, chosen");
    }

    @Test
    void helpful_base_goes_in_with_its_thirteen_malformed_rows_reported() {
        var report = imported(SKIP, "hh-rlhf/helpful-base").report();
        assertThat(report.rows()).isEqualTo(1_800);
        assertThat(report.defects())
                .extracting(defect -> defect.place().line())
                .containsExactly(
                        121L, 169L, 355L, 568L, 722L, 741L, 744L, 961L, 1_012L, 1_167L, 1_215L, 1_308L, 1_451L);
        assertThat(report.defectCounts())
                .containsOnly(
                        Map.entry(DefectKind.EMPTY_FIELD, 3L),
                        Map.entry(DefectKind.CHOSEN_EQUALS_REJECTED, 1L),
                        Map.entry(DefectKind.PROMPTS_DIFFER, 9L));
    }

    @Test
    void ultrafeedback_of_strings_has_three_bad_rows() {
        var report = imported(SKIP, "ultrafeedback/trl-flat").report();
        assertThat(report.layout()).isEqualTo("trl");
        assertThat(report.rows()).isEqualTo(700);
        assertThat(report.defects())
                .extracting(defect -> defect.place().line(), Defect::field, Defect::kind)
                .containsExactly(
                        tuple(307L, "rejected", DefectKind.CHOSEN_EQUALS_REJECTED),
                        tuple(479L, "rejected", DefectKind.EMPTY_FIELD),
                        tuple(656L, "rejected", DefectKind.CHOSEN_EQUALS_REJECTED));
    }

    @Test
    void ultrafeedback_of_messages_and_orca_in_openai_layout_are_clean() {
        var ultrafeedback =
                imported(Imported.OPTIONS, "ultrafeedback/h4-messages").report();
        assertThat(ultrafeedback.layout()).isEqualTo("ultrafeedback");
        assertThat(ultrafeedback.pairs()).isEqualTo(200);
        assertThat(ultrafeedback.defects()).isEmpty();
        var orca = imported(Imported.OPTIONS, "orca/openai-layout").report();
        assertThat(orca.layout()).isEqualTo("openai");
        assertThat(orca.pairs()).isEqualTo(200);
        assertThat(orca.defects()).isEmpty();
    }

    @Test
    void the_csv_file_of_the_arena_reads_as_python_reads_it() throws Exception {
        var path = Path.of(System.getProperty("kernelign.shared"), "data/preferences/chatbot-arena-2024/train.csv");
        var rows = RawRows.of(path);
        var digest = MessageDigest.getInstance("SHA-256");
        for (var row : rows) {
            row.forEachEntry((name, value) ->
                    digest.update((name + '\0' + value.stringValue() + '\0').getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(rows).hasSize(Golden.arena().get("rows").asInt());
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo(Golden.arena().get("sha256").asString());
    }
}

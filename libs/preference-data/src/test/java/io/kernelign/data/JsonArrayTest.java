package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static io.kernelign.data.Packed.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.rows.Container;
import io.kernelign.data.rows.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonArrayTest {

    private static final String GOOD = row("q", "a", "b");

    private static String array(String... elements) {
        return "[\n  " + String.join(",\n  ", elements) + "\n]\n";
    }

    private static List<Defect> defects(String... elements) {
        return Imported.of(LENIENT, array(elements)).report().defects();
    }

    private static String pretty(String row) {
        return row.replace(", ", ",\n      ").replace("{", "{\n      ").replace("}", "\n    }");
    }

    @Test
    void the_elements_of_an_array_are_the_rows_on_one_line_or_on_many() {
        var lines = rows(300);
        var pairs = Imported.of(OPTIONS, lines).pairs();
        var compact = Imported.of(OPTIONS, "[" + String.join(",", lines) + "]");
        var indented = Imported.of(OPTIONS, pretty(array(lines)));
        assertThat(compact.pairs()).isEqualTo(pairs);
        assertThat(indented.pairs()).isEqualTo(pairs);
        assertThat(compact.report().files().get(0).container()).isEqualTo(Container.JSON_ARRAY);
    }

    @Test
    void brackets_commas_and_quotation_marks_within_texts_part_nothing() {
        var pair = Imported.of(OPTIONS, array(row("]},[{", "a \\\" , \\\\", "\\\\\\\"]"), GOOD))
                .pairs()
                .get(0);
        assertThat(pair.prompt().get(0).content()).isEqualTo("]},[{");
        assertThat(pair.chosen().get(0).content()).isEqualTo("a \" , \\");
        assertThat(pair.rejected().get(0).content()).isEqualTo("\\\"]");
    }

    @Test
    void a_bad_field_is_told_with_row_and_line() {
        var defects = defects(pretty(GOOD), pretty(row("q", "", "b")), GOOD.replace("q", "r"));
        assertThat(defects).hasSize(1);
        assertThat(defects.get(0).place()).isEqualTo(new Place(null, 2L, 7L));
        assertThat(defects.get(0).message())
                .isEqualTo("row 2 (line 7), chosen: expected a text that is not empty, found \"\"");
    }

    @Test
    void broken_json_is_told_with_line_and_character_and_harms_no_other_row() {
        var imported = Imported.of(LENIENT, array(GOOD, pretty(GOOD).replace(": \"a\"", " \"a\""), row("r", "a", "b")));
        assertThat(imported.pairs()).hasSize(2);
        assertThat(imported.report().defects().get(0).place()).isEqualTo(new Place(null, 2L, 3L));
        assertThat(imported.report().defects().get(0).expected())
                .isEqualTo("one JSON object for each element of the array; it breaks off at line 5, character 16");
        assertThat(defects(GOOD, "{\"prompt\" 1}").get(0).expected()).endsWith("at line 3, character 13");
    }

    @Test
    void elements_that_are_no_objects_and_commas_too_many_are_bad_rows() {
        assertThat(defects(GOOD, "1", "[]", "", "\"text, with a comma\""))
                .extracting(defect -> defect.place().row(), Defect::kind, Defect::found)
                .containsExactly(
                        tuple(2L, DefectKind.INVALID_JSON, "1"),
                        tuple(3L, DefectKind.INVALID_JSON, "[]"),
                        tuple(4L, DefectKind.INVALID_JSON, ""),
                        tuple(5L, DefectKind.INVALID_JSON, "\"text, with a comma\"\n"));
        assertThat(Imported.of(LENIENT, "[" + GOOD + ",]").report().defects())
                .extracting(Defect::message)
                .containsExactly("row 2 (line 1): expected one JSON object for each element of the array, found ");
    }

    @Test
    void a_pair_that_comes_again_is_told_with_its_row() {
        assertThat(defects(GOOD, GOOD).get(0).found()).isEqualTo("such a pair at row 1");
    }

    @Test
    void an_array_that_breaks_off_is_refused_with_row_and_line() {
        var whole = array(rows(3)).stripTrailing();
        assertThat(refusal(LENIENT, bytes(whole.substring(0, whole.length() - 1))))
                .hasMessage("file is a JSON array that breaks off in row 3, on line 5;"
                        + " accepted is one array of JSON objects, [{...}, {...}], and nothing after it");
        for (int length = 1; length < whole.length(); length++) {
            assertThat(refusal(LENIENT, bytes(whole.substring(0, length))))
                    .hasMessageStartingWith("file is a JSON array that breaks off in row ");
        }
    }

    @Test
    void something_after_the_array_is_refused_with_its_line() {
        assertThat(refusal(LENIENT, bytes(array(GOOD) + "\n[]")))
                .hasMessageStartingWith("file is a JSON array with something after its end, on line 5; accepted is");
    }

    @Test
    void an_element_beyond_the_limit_is_passed_over_without_being_held() {
        var limits = new Limits(200_000, 64, 1 << 24, 200, 1 << 18);
        var file = array(GOOD, row("q", "x".repeat(1_000_000), "b"), row("r", "a", "b"));
        var imported = Imported.of(LENIENT.withLimits(limits), file);
        assertThat(imported.pairs()).hasSize(2);
        assertThat(imported.report().defects())
                .extracting(Defect::message)
                .containsExactly("row 2 (line 3): expected a row of at most 200000 bytes, found a longer one");
    }

    @Test
    void an_array_without_elements_is_empty() {
        assertThat(refusal(OPTIONS, bytes("[ \n ]")))
                .hasMessage("file is empty; accepted is a file with at least one row");
    }

    @Test
    void an_object_over_several_lines_is_refused_with_what_to_do() {
        assertThat(refusal(OPTIONS, bytes(pretty(GOOD))))
                .hasMessage("file is a JSON object that goes on over several lines;"
                        + " accepted is one object a line (JSON Lines), or an array of objects");
        assertThat(refusal(OPTIONS, bytes("{\"data\": " + array(GOOD) + "}")))
                .hasMessageStartingWith("file is a JSON object that goes on over several lines");
    }
}

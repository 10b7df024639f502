package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.pair.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SeveralFilesTest {

    private static Imported imported(ImportOptions options, String first, String second) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.jsonl", first.getBytes(UTF_8));
        files.put("b.jsonl", second.getBytes(UTF_8));
        return Imported.of(options, files);
    }

    @Test
    void several_files_make_the_data_set_that_one_file_with_all_their_rows_makes() {
        var all = rows(500);
        var first = String.join("\n", List.of(all).subList(0, 200));
        var second = String.join("\n", List.of(all).subList(200, 500));
        var parted = imported(OPTIONS, first, second);
        var whole = Imported.of(OPTIONS, all);
        assertThat(parted.report().contentHash()).isEqualTo(whole.report().contentHash());
        assertThat(parted.report().rows()).isEqualTo(500);
        assertThat(parted.report().files()).extracting(ImportedFile::name).containsExactly("a.jsonl", "b.jsonl");
    }

    private static ImportReport withSides(ImportOptions options, String first, String second, Path folder)
            throws IOException {
        var train = new DataFile("a", Files.writeString(folder.resolve("a"), first), Split.TRAIN);
        var test = new DataFile("b", Files.writeString(folder.resolve("b"), second), Split.HELD_OUT);
        return Imported.of(options, List.of(train, test)).report();
    }

    @Test
    void files_that_are_a_side_of_a_split_each_decide_where_their_pairs_stand(@TempDir Path folder) throws Exception {
        var first = row("p", "a", "b") + "\n" + row("q", "a", "b");
        var report = withSides(OPTIONS, first, row("r", "a", "b"), folder);
        assertThat(report.splitBy()).isEqualTo("the data set's own split");
        assertThat(report.trainPairs()).isEqualTo(2);
        assertThat(report.heldOutPairs()).isEqualTo(1);
        assertThat(report.files()).extracting(ImportedFile::split).containsExactly(Split.TRAIN, Split.HELD_OUT);
    }

    @Test
    void a_row_that_names_its_side_is_believed_before_its_file(@TempDir Path folder) throws Exception {
        var held = row("p", "a", "b").replace("}", ", \"split\": \"test\"}") + "\n" + row("q", "a", "b");
        assertThat(withSides(OPTIONS, held, row("r", "a", "b"), folder).heldOutPairs())
                .isEqualTo(2);
    }

    @Test
    void who_asks_for_a_share_gets_it_whatever_the_files_are(@TempDir Path folder) throws Exception {
        var report =
                withSides(OPTIONS.withSplit(0.5, 0), String.join("\n", rows(200)), row("another", "a", "b"), folder);
        assertThat(report.heldOutPairs()).isBetween(60L, 140L);
        assertThat(report.splitBy()).startsWith("the hash of the prompt");
    }

    @Test
    void a_defect_names_its_file() {
        var result = imported(LENIENT, row("q", "a", "b"), "\n" + row("r", "", "b"));
        assertThat(result.report().defects())
                .extracting(Defect::message)
                .containsExactly("b.jsonl, line 2, chosen: expected a text that is not empty, found \"\"");
        assertThat(new JsonMapper()
                        .valueToTree(result.report().defects().get(0))
                        .toString())
                .startsWith("{\"file\":\"b.jsonl\",\"line\":2,\"field\":\"chosen\",");
    }

    @Test
    void a_pair_that_comes_again_in_another_file_names_both() {
        var result = imported(OPTIONS, row("r", "a", "b") + "\n" + row("q", "a", "b"), row("q", "a", "b"));
        assertThat(result.report().defects())
                .extracting(Defect::message)
                .containsExactly("b.jsonl, line 1: expected a pair that is not in the data set yet,"
                        + " found such a pair at a.jsonl, line 2");
    }

    @Test
    void the_layout_is_recognised_over_all_files() {
        var other = "{\"question\": \"q\"}\n";
        var result = imported(LENIENT, other, String.join("\n", rows(10)));
        assertThat(result.report().layout()).isEqualTo("trl");
        assertThat(result.report().badRows()).isEqualTo(1);
        assertThatThrownBy(() -> imported(LENIENT, other.repeat(20), String.join("\n", rows(10))))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith("file is made of the columns question, prompt, chosen, rejected;");
    }

    @Test
    void an_error_of_one_file_names_it() {
        assertThatThrownBy(() -> imported(OPTIONS, rows(1)[0], "\n"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("file \"b.jsonl\" is empty; accepted is a file with at least one row");
    }

    @Test
    void no_file_is_no_data_set() {
        assertThatThrownBy(() -> Imported.of(OPTIONS, Map.of()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("file is missing; accepted is at least one file");
    }
}

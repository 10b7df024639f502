package io.kernelign.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.Split;
import io.kernelign.gateway.source.SplitFiles.SplitFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands here is what {@code datasets.data_files.get_data_patterns} of Python finds for the same names. */
class SplitFilesTest {

    private static Map<String, List<String>> splits(String... files) {
        return SplitFiles.among(List.of(files)).files();
    }

    @Test
    void shards_may_be_of_any_split() {
        assertThat(splits(
                        "README.md",
                        "data/train_prefs-00000-of-00002.parquet",
                        "data/train_prefs-00001-of-00002.parquet",
                        "data/test_prefs-00000-of-00001-1a2b3c.parquet",
                        "test/other.parquet"))
                .isEqualTo(Map.of(
                        "train_prefs",
                        List.of("data/train_prefs-00000-of-00002.parquet", "data/train_prefs-00001-of-00002.parquet"),
                        "test_prefs",
                        List.of("data/test_prefs-00000-of-00001-1a2b3c.parquet")));
    }

    @Test
    void folders_are_called_after_splits() {
        assertThat(splits("default/train/0000.parquet", "default/my-test/0000.parquet", "default/attest/x.parquet"))
                .isEqualTo(Map.of(
                        "train",
                        List.of("default/train/0000.parquet"),
                        "test",
                        List.of("default/my-test/0000.parquet")));
    }

    @Test
    void files_are_called_after_splits() {
        assertThat(splits("harmless/train.jsonl.gz", "harmless/test.jsonl.gz", "a_dev_2.jsonl", "pretrain.jsonl"))
                .isEqualTo(Map.of(
                        "train",
                        List.of("harmless/train.jsonl.gz"),
                        "test",
                        List.of("harmless/test.jsonl.gz"),
                        "validation",
                        List.of("a_dev_2.jsonl")));
    }

    @Test
    void files_that_no_split_is_in_the_name_of_are_all_for_training() {
        assertThat(splits("b.csv.zst", "a.csv")).isEqualTo(Map.of("train", List.of("a.csv", "b.csv.zst")));
    }

    @Test
    void what_has_no_rows_is_passed_over() {
        assertThat(splits(
                        "dataset_infos.json",
                        "x/config.json",
                        ".cache/train.json",
                        "__pycache__/a.json",
                        "a.py",
                        "json"))
                .isEmpty();
    }

    @Test
    void of_several_kinds_of_files_the_most_frequent_is_taken() {
        assertThat(splits("train.json", "train.parquet", "test.parquet")).containsOnlyKeys("train", "test");
        assertThat(splits("train.json", "train.parquet").get("train")).containsExactly("train.parquet");
    }

    @Test
    void a_split_is_a_side_only_where_there_are_both() {
        assertThat(SplitFiles.among(List.of("train.csv", "dev.csv", "test.csv")).withSides())
                .extracting(SplitFile::split)
                .containsExactlyInAnyOrder(Split.TRAIN, Split.HELD_OUT, Split.HELD_OUT);
        assertThat(SplitFiles.among(List.of("dev.csv", "test.csv")).withSides())
                .extracting(SplitFile::split)
                .containsOnlyNulls();
    }

    @Test
    void splits_of_other_names_are_no_sides() {
        assertThat(SplitFiles.among(List.of("data/a-00000-of-00001.csv", "data/b-00000-of-00001.csv"))
                        .areSides())
                .isFalse();
        assertThat(SplitFiles.among(List.of("data/a-00000-of-00001.csv")).areSides())
                .isTrue();
    }
}

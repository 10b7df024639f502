package io.kernelign.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    @TempDir
    private Path root;

    @Test
    void parts_of_a_benchmark_keep_each_others_figures() throws IOException {
        part("study", "accuracy", 0.9);
        part("steptime", "step_ratio", 1.02);

        assertThat(figures()).containsExactly("accuracy=0.9", "step_ratio=1.02");
        assertThat(Report.folder(root).resolve("objective-study.md")).content().contains("--only study");
    }

    @Test
    void a_part_that_is_written_again_replaces_all_of_its_own_figures() throws IOException {
        part("study", "accuracy", 0.9);
        part("steptime", "step_ratio", 1.02);
        part("study", "collapse", 0.1);

        assertThat(figures()).containsExactly("step_ratio=1.02", "collapse=0.1");
    }

    @Test
    void the_page_of_the_benchmarks_own_name_replaces_its_own_figures_and_those_of_no_page() throws IOException {
        var file = Files.createDirectories(Report.folder(root)).resolve("objective.json");
        Files.writeString(file, "{\"figures\": [{\"figure\": \"old\", \"value\": 1}]}");
        part("study", "accuracy", 0.9);
        new Report("objective", "", List.of(figure("speed", 1))).write(root);
        new Report("objective", "", List.of(figure("speed", 2))).write(root);

        assertThat(figures()).containsExactly("accuracy=0.9", "speed=2.0");
    }

    @Test
    void a_figure_without_a_goal_is_told_and_not_judged() throws IOException {
        new Report("objective", "Text.\n", List.of(Figure.told("seconds", 1.5, "s"))).write(root);

        assertThat(figures()).containsExactly("seconds=1.5");
        assertThat(Report.folder(root).resolve("objective.json")).content().doesNotContain("goal", "met", "NaN");
        assertThat(Report.folder(root).resolve("objective.md")).content().endsWith("Text.\n");
    }

    private void part(String part, String figure, double value) throws IOException {
        new Report("objective", Optional.of(part), "", List.of(figure(figure, value))).write(root);
    }

    private static Figure figure(String name, double value) {
        return Figure.higher(name, value, "", "nothing", 1);
    }

    private List<String> figures() {
        return JsonMapper.shared()
                .readTree(Report.folder(root).resolve("objective.json"))
                .path("figures")
                .valueStream()
                .map(ReportTest::text)
                .toList();
    }

    private static String text(JsonNode figure) {
        return figure.path("figure").asString() + "=" + figure.path("value").asDouble();
    }
}

package io.kernelign.selector.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.contracts.SelectionMetricView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code docs/selection.md} works the choice on real data sets with the numbers that the code gives. */
class SelectionPageTest {

    private static final Path PAGE = Path.of(System.getProperty("kernelign.root"), "docs", "selection.md");
    private static final Set<String> WORKED = Set.of(
            "alpacafarm-layout/alpacaeval-gpt4-preferences.json",
            "hh-rlhf/harmless-base.jsonl.gz",
            "ultrafeedback/trl-flat.jsonl.gz");
    private static final Set<String> DIVERGENCES =
            Set.of("none", "kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "wasserstein", "f");
    private static final int RESAMPLES = 200;

    static List<JsonNode> worked() throws IOException {
        return SharedSelectionTest.sets().stream()
                .filter(set -> WORKED.contains(set.get("file").asString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("worked")
    void the_page_works_the_choice_with_the_numbers_that_the_code_gives(JsonNode set) throws IOException {
        var data = Bootstrap.of(
                SharedSelectionTest.distances(set), RESAMPLES, set.get("seed").asLong());
        var verdicts = Verdicts.of(data, set.get("pairs").asLong(), "minilm", Thresholds.RELATIVE, DIVERGENCES);

        assertThat(Files.readString(PAGE))
                .contains(section(set.get("file").asString(), set.get("pairs").asInt(), verdicts));
    }

    private static String section(String file, int pairs, Verdicts verdicts) {
        var advice = verdicts.advice();
        return "### `%s`, its first %d pairs%n%n| metric | value | 95 %% interval |%n| --- | --- | --- |%n"
                        .formatted(file, pairs)
                + advice.metrics().stream().map(SelectionPageTest::row).collect(Collectors.joining())
                + paragraph(advice, "Relative thresholds")
                + verdicts.others().stream()
                        .map(other -> paragraph(other, "The paper's thresholds"))
                        .collect(Collectors.joining())
                + best(advice);
    }

    private static String row(SelectionMetricView metric) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.4f | %.4f to %.4f |%n",
                metric.name(),
                metric.value(),
                metric.interval().low(),
                metric.interval().high());
    }

    private static String paragraph(Advice advice, String thresholds) {
        return String.format(
                Locale.ROOT,
                "%n%s:%n%s%n* Stability: kernel %.2f, divergence %.2f.%n",
                thresholds,
                advice.reasons().stream().map(reason -> "* " + reason).collect(Collectors.joining("\n")),
                advice.stability().kernel(),
                advice.stability().divergence());
    }

    private static String best(Advice advice) {
        return "%nBest candidates: ".formatted()
                + advice.candidates().stream()
                        .limit(3)
                        .map(each -> String.format(
                                Locale.ROOT, "%s with %s (%.3f)", each.kernel(), each.divergence(), each.score()))
                        .collect(Collectors.joining(", "))
                + ".\n";
    }
}

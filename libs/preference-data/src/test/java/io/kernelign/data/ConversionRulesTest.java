package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.PairChoice;
import io.kernelign.data.layout.RuleUse;
import io.kernelign.data.pair.PreferencePair;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules by which layouts make pairs of rows or drop them, and what the report says of them. */
class ConversionRulesTest {

    private static final String HIGHEST_AGAINST_LOWEST =
            "the response of the highest mean score without verbosity is paired with that of the lowest";
    private static final String SINGLE = "prompts with a single response are dropped";
    private static final String TIES = "ties are dropped";
    private static final String SEVERAL_TURNS = "conversations of several turns are dropped";

    private static Imported imported(LayoutOptions options, String... rows) {
        return Imported.of(Imported.OPTIONS.withLayout(options), rows);
    }

    private static Imported imported(String... rows) {
        return imported(LayoutOptions.NONE, rows);
    }

    private static void assertRules(Imported imported, RuleUse... uses) {
        assertThat(imported.report().badRows()).isZero();
        assertThat(imported.report().rules()).containsExactly(uses);
    }

    private static List<String> responses(Imported imported) {
        return imported.pairs().stream()
                .map(pair -> pair.chosen().get(0).content() + ">"
                        + pair.rejected().get(0).content())
                .toList();
    }

    private static String helpSteer(String prompt, String response, int... scores) {
        return """
                {"prompt": "%s", "response": "%s", "helpfulness": %d, "correctness": %d, "coherence": %d,\
                 "complexity": %d, "verbosity": %d}""".formatted(prompt, response, scores[0], scores[1], scores[2], scores[3], scores[4]);
    }

    @Test
    void helpsteer_averages_all_scores_but_verbosity() {
        var imported = imported(
                helpSteer("p", "wordy", 2, 2, 2, 2, 4),
                helpSteer("p", "best", 4, 4, 4, 0, 0),
                helpSteer("p", "worst", 0, 0, 4, 3, 4),
                helpSteer("p", "also worst", 1, 1, 4, 1, 4),
                helpSteer("tie", "a", 1, 2, 3, 4, 0),
                helpSteer("tie", "b", 4, 3, 2, 1, 4),
                helpSteer("single", "a", 4, 4, 4, 4, 4));
        assertThat(responses(imported)).containsExactly("best>worst");
        assertRules(
                imported,
                new RuleUse(HIGHEST_AGAINST_LOWEST, 4, 1),
                new RuleUse(SINGLE, 1, 0),
                new RuleUse(TIES, 2, 0));
    }

    @Test
    void helpsteer_groups_only_rows_that_follow_one_another() {
        var imported = imported(
                helpSteer("p", "a", 4, 4, 4, 4, 4),
                helpSteer("p", "b", 1, 1, 1, 1, 1),
                helpSteer("q", "c", 1, 1, 1, 1, 1),
                helpSteer("q", "d", 4, 4, 4, 4, 4),
                helpSteer("p", "e", 4, 4, 4, 4, 4));
        assertThat(responses(imported)).containsExactly("a>b", "d>c");
        assertRules(
                imported,
                new RuleUse(HIGHEST_AGAINST_LOWEST, 4, 2),
                new RuleUse(SINGLE, 1, 0),
                new RuleUse(TIES, 0, 0));
    }

    @Test
    void a_pair_of_helpsteer_that_turns_out_bad_is_reported_on_the_row_of_the_worse_response() {
        var report = Imported.of(
                        Imported.LENIENT,
                        helpSteer("p", "same", 4, 4, 4, 4, 4),
                        helpSteer("p", "same", 1, 1, 1, 1, 1),
                        helpSteer("q", "c", 1, 1, 1, 1, 1),
                        helpSteer("q", "d", 9, 1, 1, 1, 1),
                        helpSteer("q", "e", 4, 1, 1, 1, 1))
                .report();
        assertThat(report.pairs()).isEqualTo(1);
        assertThat(report.defects())
                .extracting(Defect::message)
                .containsExactly(
                        "line 2, response of line 2: expected a response that differs from response of line 1,"
                                + " found \"same\"",
                        "line 4, helpfulness: expected a whole number from 0 to 4, found 9");
    }

    private static String arena2023(String winner, int rounds) {
        var turns = "{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", \"content\": \"%s\"}";
        var a = String.join(", ", Collections.nCopies(rounds, turns.formatted("a")));
        var b = String.join(", ", Collections.nCopies(rounds, turns.formatted("b")));
        return "{\"conversation_a\": [%s], \"conversation_b\": [%s], \"winner\": \"%s\"}".formatted(a, b, winner);
    }

    @Test
    void arena_2023_drops_several_turns_and_ties() {
        var imported = imported(
                arena2023("model_a", 1),
                arena2023("tie", 1),
                arena2023("model_b", 1),
                arena2023("tie (bothbad)", 1),
                arena2023("model_b", 2),
                arena2023("tie", 2));
        assertThat(responses(imported)).containsExactly("a>b", "b>a");
        assertRules(imported, new RuleUse(SEVERAL_TURNS, 2, 0), new RuleUse(TIES, 2, 0));
    }

    private static String arena2024(String prompts, String responses, int... winners) {
        return """
                {"prompt": %s, "response_a": %s, "response_b": ["b"], "winner_model_a": %d, "winner_model_b": %d,\
                 "winner_tie": %d}""".formatted(prompts, responses, winners[0], winners[1], winners[2]);
    }

    @Test
    void arena_2024_drops_several_turns_and_ties() {
        var imported = imported(
                arena2024("[\"q\"]", "[\"a\"]", 1, 0, 0),
                arena2024("[\"q\"]", "[\"a\"]", 0, 0, 1),
                arena2024("[\"q\", \"r\"]", "[\"a\", null]", 0, 0, 1),
                arena2024("[\"q\", \"r\"]", "[\"a\", \"c\"]", 0, 1, 0));
        assertThat(responses(imported)).containsExactly("a>b");
        assertRules(imported, new RuleUse(SEVERAL_TURNS, 2, 0), new RuleUse(TIES, 1, 0));
    }

    private static String alpacaFarm(String preference) {
        return "{\"instruction\": \"q\", \"output_1\": \"a\", \"output_2\": \"b\", \"preference\": %s}"
                .formatted(preference);
    }

    @Test
    void alpacafarm_drops_ties_and_rows_without_preference() {
        var imported = imported(
                alpacaFarm("1"),
                alpacaFarm("2"),
                alpacaFarm("0"),
                alpacaFarm("1.5"),
                alpacaFarm("null"),
                alpacaFarm("2.0"));
        assertThat(responses(imported)).containsExactly("a>b", "b>a", "b>a");
        assertRules(imported, new RuleUse("rows without a preference are dropped", 1, 0), new RuleUse(TIES, 2, 0));
    }

    private static String prm800k(String... ratings) {
        var steps = Arrays.stream(ratings)
                .map(step -> {
                    var texts = step.split(" ");
                    var completions = IntStream.range(0, texts.length)
                            .mapToObj(i -> "{\"text\": \"%d %s\", \"rating\": %s}".formatted(i, texts[i], texts[i]))
                            .collect(Collectors.joining(", "));
                    return "{\"completions\": [%s], \"chosen_completion\": 0}".formatted(completions);
                })
                .collect(Collectors.joining(", "));
        return "{\"question\": {\"problem\": \"p\"}, \"label\": {\"steps\": [%s]}}".formatted(steps);
    }

    @Test
    void prm800k_makes_one_pair_of_a_step_or_all() {
        var rows = new String[] {prm800k("1 -1 1 -1", "1", "0 -1 null", "1 -1"), prm800k("1 0"), prm800k()};
        var none = new RuleUse("rows without a step that has a correct and an incorrect completion are dropped", 2, 0);
        var one = imported(rows);
        assertThat(responses(one)).containsExactly("0 1>1 -1", "0 1\n0 1\n0 0\n0 1>0 1\n0 1\n0 0\n1 -1");
        assertRules(
                one,
                new RuleUse("the first correct and the first incorrect completion of a step make a pair", 1, 2),
                none);
        assertRules(
                imported(LayoutOptions.NONE.withPairs(PairChoice.ALL), rows),
                new RuleUse("every correct and every incorrect completion of a step make a pair", 1, 5),
                none);
    }

    private static String nectar(String... ranks) {
        var answers = Arrays.stream(ranks)
                .map(rank -> "{\"answer\": \"%s\", \"rank\": %s}".formatted(rank, rank))
                .collect(Collectors.joining(", "));
        return "{\"prompt\": \"p\", \"answers\": [%s]}".formatted(answers);
    }

    @Test
    void nectar_pairs_best_and_worst_or_every_two() {
        var rows = new String[] {nectar("2.0", "1.0", "3.0"), nectar("1", "1")};
        var best = imported(LayoutOptions.NONE.withPairs(PairChoice.BEST), rows);
        assertThat(responses(best)).containsExactly("1.0>3.0");
        assertRules(
                best,
                new RuleUse("the answer of the best rank is paired with that of the worst", 1, 1),
                new RuleUse(TIES, 1, 0));
        var all = imported(LayoutOptions.NONE.withPairs(PairChoice.ALL), rows);
        assertThat(responses(all)).containsExactly("1.0>2.0", "1.0>3.0", "2.0>3.0");
        assertRules(all, new RuleUse("every two answers of different rank are paired", 1, 3), new RuleUse(TIES, 1, 0));
    }

    @Test
    void a_row_of_which_one_pair_is_bad_makes_none() {
        var report = Imported.of(
                        Imported.LENIENT.withLayout(LayoutOptions.NONE.withPairs(PairChoice.ALL)),
                        nectar("1", "2"),
                        nectar("1", "2", "3").replace("\"answer\": \"3\"", "\"answer\": \"2\""))
                .report();
        assertThat(report.pairs()).isEqualTo(1);
        assertThat(report.badRows()).isEqualTo(1);
        assertThat(report.rules().get(0).rows()).isEqualTo(1);
    }

    private static String shp(String history, String better, double ratio) {
        return "{\"history\": \"%s\", \"human_ref_A\": \"%s\", \"human_ref_B\": \"b\", \"labels\": 1, \"score_ratio\": %s}"
                .formatted(history, better, ratio);
    }

    @Test
    void shp_drops_rows_below_the_score_ratio() {
        var rows = new String[] {shp("p", "a", 1.9), shp("p", "c", 2), shp("q", "a", 5)};
        assertRules(imported(rows));
        var clear = imported(LayoutOptions.NONE.withMinScoreRatio(2), rows);
        assertThat(responses(clear)).containsExactly("c>b", "a>b");
        assertRules(clear, new RuleUse("rows of a score_ratio below 2.0 are dropped", 1, 0));
    }

    @Test
    void shp_without_a_score_ratio_cannot_be_held_to_one() {
        assertThatThrownBy(() -> imported(
                        LayoutOptions.NONE.withMinScoreRatio(2),
                        shp("p", "a", 3).replace("score_ratio", "score")))
                .hasMessageEndingWith("line 1, score_ratio: expected a number, found nothing");
    }

    @Test
    void shp_keeps_so_many_pairs_of_a_prompt_whatever_their_order() {
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> shp("p" + i / 10, "a" + i, 2))
                .toArray(String[]::new);
        var few = LayoutOptions.NONE.withMaxPairsPerPrompt(4);
        var kept = imported(few, rows);
        assertRules(kept, new RuleUse("of consecutive rows with the same prompt 4 are kept", 18, 0));
        assertThat(kept.pairs().stream()
                        .collect(Collectors.groupingBy(PreferencePair::prompt, Collectors.counting()))
                        .values())
                .containsExactly(4L, 4L, 4L);
        assertThat(responses(kept)).isSortedAccordingTo((a, b) -> a.length() - b.length());
        Collections.shuffle(Arrays.asList(rows).subList(10, 20), new Random(1));
        assertThat(ids(imported(few, rows))).isEqualTo(ids(kept));
    }

    private static Set<String> ids(Imported imported) {
        return imported.pairs().stream().map(PreferencePair::id).collect(Collectors.toSet());
    }

    @Test
    void helpsteer2_preference_drops_ties() {
        var row = "{\"prompt\": \"p\", \"response_1\": \"a\", \"response_2\": \"b\", \"preference_strength\": %d}";
        var imported = imported(row.formatted(0), row.formatted(-1));
        assertThat(responses(imported)).containsExactly("a>b");
        assertRules(imported, new RuleUse(TIES, 1, 0));
    }

    @Test
    void what_a_rule_drops_is_no_defect_but_a_file_of_which_nothing_is_left_is_refused() {
        assertThatThrownBy(() -> imported(arena2023("tie", 1), arena2023("tie", 2)))
                .isInstanceOf(RejectedDataException.class)
                .hasMessage("0 of 2 rows cannot be used, 1 dropped by the rule \"conversations of several turns are"
                        + " dropped\", 1 dropped by the rule \"ties are dropped\" and no pair is left");
    }
}

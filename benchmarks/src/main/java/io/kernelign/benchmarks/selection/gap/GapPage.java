package io.kernelign.benchmarks.selection.gap;

import io.kernelign.benchmarks.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each way of choosing misses, for people and for programs. */
record GapPage(List<ArenaGaps> arenas, int seeds, int testPairs) {

    private static final double WITHIN = 1;

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(Figure.lower(
                "pilot_gap_points", largest(ArenaGaps.PILOT), "points", "the best of 42 by the third split", WITHIN));
        figures.add(Figure.told("rules_gap_points", largest(ArenaGaps.RELATIVE), "points"));
        figures.add(Figure.told("rules_paper_gap_points", largest(ArenaGaps.PAPER), "points"));
        figures.add(Figure.told("dpo_gap_points", largest(ArenaGaps.DPO), "points"));
        return figures;
    }

    private double largest(String way) {
        return arenas.stream().mapToDouble(arena -> arena.points(way)).max().orElseThrow();
    }

    String text() {
        var page = new StringBuilder(String.format(Locale.ROOT, """
                Every one of the 42 candidates, and DPO without a divergence, was trained in full from %d seeds, the language model for
                one epoch of %,d pairs. The best one is the candidate that ranks most pairs of the third split rightly over all seeds
                (%,d pairs for each); what a way of choosing misses is how much more the best one ranks rightly, paired by seed and
                pair, with a 95 %% interval over both. A pilot may cost two full runs and is scored on a second split; it never sees
                the third. The rules measure what the arena's own encoder sees (of the bandit, its noisy one; of the language model,
                the base model's pooled states), for which there is no reference collection: `relative` takes the table of MiniLM.
                """, seeds, LanguageArena.PAIRS, testPairs));
        arenas.forEach(arena -> page.append(table(arena)));
        page.append("\nA gap of the figures is the larger one of the two arenas.\n");
        return page.toString();
    }

    private static String table(ArenaGaps arena) {
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n## %s%n%nBest: `%s`, %s. %d candidates raced, for %.2f full runs on average.%n%n"
                        + "| chosen by | misses, points | chose |%n| --- | --- | --- |%n",
                arena.arena(),
                arena.best(),
                share(arena),
                arena.raced(),
                arena.cost()));
        arena.gaps()
                .forEach((way, gap) -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f [%.2f, %.2f] | %s |%n",
                        way,
                        100 * gap.value(),
                        100 * gap.low(),
                        100 * gap.high(),
                        chosen(arena.picks().get(way)))));
        return table.toString();
    }

    private static String share(ArenaGaps arena) {
        var accuracy = arena.accuracyOfBest();
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", accuracy.value(), accuracy.low(), accuracy.high());
    }

    private static String chosen(List<String> picks) {
        return new TreeMap<>(picks.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .entrySet().stream()
                        .map(pick -> "`" + pick.getKey() + "` " + pick.getValue() + " times")
                        .collect(Collectors.joining(", "));
    }
}

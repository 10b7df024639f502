package io.kernelign.benchmarks.objective.study;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the intervals of a condition allow to say; every word follows from the numbers. */
final class Verdicts {

    private static final double CHANCE = 0.5;
    private static final double ERROR_RATE = 0.05;

    private Verdicts() {}

    static String of(Condition condition) {
        return String.format(
                Locale.ROOT,
                "With %s, plain DPO ranks %.3f of the test pairs as the rule does. %s%n%s%n",
                condition.labels(),
                condition.dpo().accuracy().value(),
                aligned(condition),
                paper(condition));
    }

    private static String aligned(Condition condition) {
        var others = condition.rows().stream()
                .filter(row -> !row.isPaper() && !row.isDpo())
                .toList();
        var better = names(others, row -> row.difference().positive());
        var worse = names(others, row -> row.difference().negative());
        return String.format(
                Locale.ROOT,
                "Of the %d other objectives in `rkhs_margin`, %d %s measurably better (%s), %d measurably worse (%s); the"
                        + " intervals of the others hold 0. Of %d such intervals about %.0f would miss 0 by chance if nothing"
                        + " differed.",
                others.size(),
                count(others, row -> row.difference().positive()),
                count(others, row -> row.difference().positive()) == 1 ? "is" : "are",
                better,
                count(others, row -> row.difference().negative()),
                worse,
                others.size(),
                Math.ceil(ERROR_RATE * others.size()));
    }

    private static String paper(Condition condition) {
        var forms = condition.rows().stream().filter(Row::isPaper).toList();
        return String.format(
                Locale.ROOT,
                "Of the %d objectives in `paper`, no direction is learned by %s (the interval holds 0.5), the wrong one by"
                        + " %s; measurably above DPO: %s.",
                forms.size(),
                names(
                        forms,
                        row -> row.accuracy().low() <= CHANCE && row.accuracy().high() >= CHANCE),
                names(forms, row -> row.accuracy().high() < CHANCE),
                names(forms, row -> row.difference().positive()));
    }

    private static long count(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }

    private static String names(List<Row> rows, Predicate<Row> which) {
        var names = rows.stream()
                .filter(which)
                .map(row -> "`" + row.candidate() + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}

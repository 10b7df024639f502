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
                """
                With %s, where plain DPO ranks %.3f of the test pairs rightly:

                %s
                %s
                %s
                """,
                condition.labels(),
                condition.dpo().accuracy().value(),
                kernels(condition),
                best(condition),
                paper(condition));
    }

    private static String kernels(Condition condition) {
        var kernels = condition.rows().stream().filter(Row::isKernel).toList();
        return String.format(
                Locale.ROOT,
                """
                - Of %d objectives with a kernel in `rkhs_margin`, those above plain DPO by an interval without 0: %s; those
                  below it: %s. If nothing differed, %.1f of %d such intervals would miss 0 by chance.""",
                kernels.size(),
                names(kernels, row -> row.difference().positive()),
                names(kernels, row -> row.difference().negative()),
                ERROR_RATE * kernels.size(),
                kernels.size());
    }

    /** A kernel is worth having where it beats what DPO's own settings give. */
    private static String best(Condition condition) {
        var kernel = condition.best(Row::isKernel).candidate();
        var dpo = condition.best(row -> row.isDpo() || row.isVariantOfDpo()).candidate();
        var difference = condition.trials().difference(kernel, dpo);
        return String.format("""
                - The best kernel, `%s`, against the best of DPO and its variants, `%s`: %s, %s.""", kernel, dpo, Tables.text(difference), inWords(difference));
    }

    /** Whether a mixture's weights had better be learned on pairs that the policy does not see. */
    static String heldOut(Condition condition) {
        return Candidates.mixtures().stream()
                .map(kernel -> {
                    var difference = condition
                            .trials()
                            .difference(
                                    Candidates.heldOut(kernel).name(),
                                    Candidates.rkhsMargin(kernel).name());
                    return kernel + " " + Tables.text(difference) + ", " + inWords(difference);
                })
                .collect(Collectors.joining("; ", "with " + condition.labels() + ", ", ""));
    }

    private static String inWords(Interval difference) {
        if (difference.positive()) {
            return "measurably better";
        }
        return difference.negative() ? "measurably worse" : "no measurable difference";
    }

    private static String paper(Condition condition) {
        var forms = condition.rows().stream().filter(Row::isPaper).toList();
        return String.format(
                """
                - Of %d objectives in `paper`, those whose accuracy cannot be told from a coin's: %s; below a coin's: %s; above
                  plain DPO's: %s.""",
                forms.size(),
                names(
                        forms,
                        row -> row.accuracy().low() <= CHANCE && row.accuracy().high() >= CHANCE),
                names(forms, row -> row.accuracy().high() < CHANCE),
                names(forms, row -> row.difference().positive()));
    }

    private static String names(List<Row> rows, Predicate<Row> which) {
        var names = rows.stream()
                .filter(which)
                .map(row -> "`" + row.candidate() + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}

package io.kernelign.benchmarks.objective.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of the study's page. */
final class Tables {

    private Tables() {}

    /** Every candidate, clean beside noisy. */
    static String candidates(List<Condition> conditions) {
        var clean = conditions.get(0);
        var noisy = conditions.get(1);
        return "| objective | accuracy | to DPO | mean abs z | chosen | accuracy, flipped | to DPO, flipped | chosen, flipped |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
                + clean.rows().stream()
                        .map(row -> line(row, noisy.row(row.candidate())))
                        .collect(Collectors.joining());
    }

    private static String line(Row clean, Row noisy) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.3f | %s | %.2f | %.1f | %.3f | %s | %.1f |%n",
                clean.candidate(),
                clean.accuracy().value(),
                difference(clean),
                clean.absoluteLogRatio(),
                clean.chosenLogRatio(),
                noisy.accuracy().value(),
                difference(noisy),
                noisy.chosenLogRatio());
    }

    private static String difference(Row row) {
        return row.isDpo() ? "-" : text(row.difference());
    }

    /** A difference with its interval. */
    static String text(Interval interval) {
        return String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", interval.value(), interval.low(), interval.high());
    }

    /** Mixtures with and without the entropy of their weights. */
    static String collapse(Trials trials) {
        return "| objective | collapse index | accuracy |\n| --- | --- | --- |\n"
                + trials.outcomes().keySet().stream()
                        .map(candidate -> String.format(
                                Locale.ROOT,
                                "| `%s` | %.3f | %.3f |%n",
                                candidate,
                                trials.collapse(candidate).orElseThrow(),
                                trials.accuracy(candidate)))
                        .collect(Collectors.joining());
    }

    /** What the semantic signal adds. */
    static String semantic(SemanticStudy study) {
        var heads = SemanticStudy.GAMMAS.stream()
                .map(gamma -> String.format(Locale.ROOT, " gamma %s | gamma %s, wrong encoder |", gamma, gamma))
                .collect(Collectors.joining());
        return "| objective | gamma 0 |" + heads + "\n| --- | --- |"
                + " --- | --- |".repeat(SemanticStudy.GAMMAS.size()) + "\n"
                + Candidates.single().stream()
                        .map(candidate -> line(study, candidate))
                        .collect(Collectors.joining());
    }

    private static String line(SemanticStudy study, Candidate candidate) {
        return String.format(
                        Locale.ROOT,
                        "| `%s` | %.3f |",
                        candidate.name(),
                        study.without().accuracy(candidate.name()))
                + SemanticStudy.GAMMAS.stream()
                        .map(gamma -> String.format(
                                " %s | %s |",
                                text(study.gain(study.with(), candidate, gamma)),
                                text(study.gain(study.contradicted(), candidate, gamma))))
                        .collect(Collectors.joining())
                + "\n";
    }
}

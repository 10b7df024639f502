package io.kernelign.benchmarks.mutations;

import io.kernelign.benchmarks.mutations.MutationTrial.Ending;
import io.kernelign.benchmarks.mutations.MutationTrial.Flaw;
import io.kernelign.data.defect.DefectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of many cases.
 *
 * @param rows that were read of files of many rows, by container
 * @param badRows of them
 * @param files small ones, by container
 * @param endings of small files
 * @param defects of all rows
 * @param flaws by kind
 * @param examples names of cases, by flaw
 * @param slowestRow seconds between one row and the next, at the most
 * @param slowestFile seconds for a small file, at the most
 * @param peakBytes most memory that the process held
 */
record MutationTally(
        Map<String, Long> rows,
        long badRows,
        Map<String, Long> files,
        Map<Ending, Long> endings,
        Map<DefectKind, Long> defects,
        Map<Flaw, Long> flaws,
        Map<Flaw, String> examples,
        double slowestRow,
        double slowestFile,
        long peakBytes) {

    static MutationTally ofRows(MutatedCase mutated, MutationTrial trial) {
        return new MutationTally(
                Map.of(mutated.kind(), trial.rows()),
                trial.report().map(report -> report.badRows()).orElse(0L),
                Map.of(),
                Map.of(),
                defects(trial),
                flaws(trial),
                examples(mutated, trial),
                trial.slowestRow(),
                0,
                0);
    }

    static MutationTally ofFile(MutatedCase mutated, MutationTrial trial) {
        return new MutationTally(
                Map.of(),
                0,
                Map.of(mutated.kind(), 1L),
                Map.of(trial.ending(), 1L),
                defects(trial),
                flaws(trial),
                examples(mutated, trial),
                0,
                trial.seconds(),
                0);
    }

    private static Map<DefectKind, Long> defects(MutationTrial trial) {
        return trial.report().map(report -> report.defectCounts()).orElse(Map.of());
    }

    private static Map<Flaw, Long> flaws(MutationTrial trial) {
        return trial.flaw().map(flaw -> Map.of(flaw, 1L)).orElse(Map.of());
    }

    private static Map<Flaw, String> examples(MutatedCase mutated, MutationTrial trial) {
        return trial.flaw().map(flaw -> Map.of(flaw, mutated.name())).orElse(Map.of());
    }

    static MutationTally sum(List<MutationTally> parts) {
        return new MutationTally(
                sum(parts.stream().map(MutationTally::rows)),
                parts.stream().mapToLong(MutationTally::badRows).sum(),
                sum(parts.stream().map(MutationTally::files)),
                sum(parts.stream().map(MutationTally::endings)),
                sum(parts.stream().map(MutationTally::defects)),
                sum(parts.stream().map(MutationTally::flaws)),
                parts.stream()
                        .flatMap(part -> part.examples().entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)),
                parts.stream().mapToDouble(MutationTally::slowestRow).max().orElse(0),
                parts.stream().mapToDouble(MutationTally::slowestFile).max().orElse(0),
                parts.stream().mapToLong(MutationTally::peakBytes).max().orElse(0));
    }

    private static <K> Map<K, Long> sum(Stream<Map<K, Long>> counts) {
        var sum = new HashMap<K, Long>();
        counts.forEach(part -> part.forEach((key, count) -> sum.merge(key, count, Long::sum)));
        return sum;
    }

    MutationTally withPeak(long bytes) {
        return new MutationTally(
                rows, badRows, files, endings, defects, flaws, examples, slowestRow, slowestFile, bytes);
    }

    long count(Flaw flaw) {
        return flaws.getOrDefault(flaw, 0L);
    }

    static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

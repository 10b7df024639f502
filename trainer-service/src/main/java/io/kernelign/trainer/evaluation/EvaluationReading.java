package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.EvaluationView;
import io.kernelign.contracts.Page;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Result;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.spec.BenchmarkName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What became of evaluations. */
@Component
public class EvaluationReading {

    private final Evaluations evaluations;
    private final EvaluationAnswers answers;

    EvaluationReading(Evaluations evaluations, EvaluationAnswers answers) {
        this.evaluations = evaluations;
        this.answers = answers;
    }

    Evaluation find(String tenant, String id) {
        return evaluations.find(tenant, id).orElseThrow(() -> new NotFoundException("evaluation", id));
    }

    /** @throws NotFoundException when the tenant has none of this id */
    public EvaluationView one(String tenant, String id) {
        return find(tenant, id).view();
    }

    /** @throws NotFoundException when the tenant has none of this id */
    public List<ArtifactView> artifacts(String tenant, String id) {
        return find(tenant, id).artifacts();
    }

    /**
     * Newest first.
     *
     * @param job {@code null} for those of any
     */
    public Page<EvaluationView> page(String tenant, String job, String cursor, int limit) {
        var found = evaluations.olderThan(tenant, job, Cursor.read(cursor), Pages.lookup(limit));
        return Pages.of(found, limit, Evaluation::view, Evaluation::cursor);
    }

    /**
     * The benchmarks that have figures in both, on the questions that are decided in both. Those of different uploads are not
     * compared: their questions are known by their places in the files.
     *
     * @throws ConflictException when there is no such benchmark
     */
    public List<BenchmarkComparison> comparison(String tenant, String before, String after) {
        var compared = comparison(find(tenant, before), find(tenant, after));
        if (compared.isEmpty()) {
            throw new ConflictException("The evaluations " + before + " and " + after
                    + " have no benchmark with figures in common, of the same files.");
        }
        return compared;
    }

    private List<BenchmarkComparison> comparison(Evaluation before, Evaluation after) {
        return after.scores().stream()
                .map(BenchmarkScore::benchmark)
                .filter(benchmark -> before.scores().stream()
                        .anyMatch(score -> score.benchmark().equals(benchmark)))
                .filter(benchmark -> before.mayHaveFilesOf(after, benchmark))
                .flatMap(benchmark -> compared(benchmark, before, after).stream())
                .toList();
    }

    private Optional<BenchmarkComparison> compared(String benchmark, Evaluation before, Evaluation after) {
        var earlier = decided(before, benchmark);
        var later = decided(after, benchmark);
        var common = new HashSet<>(earlier.stream().map(Result::question).toList());
        return later.stream().map(Result::question).anyMatch(common::contains)
                ? Optional.of(Scores.of(benchmark, metric(benchmark), earlier, later))
                : Optional.empty();
    }

    private List<Result> decided(Evaluation evaluation, String benchmark) {
        return answers.of(evaluation.id(), benchmark).stream()
                .map(Answered::result)
                .filter(Result::isDecided)
                .toList();
    }

    private static Metric metric(String benchmark) {
        return BenchmarkName.valueOf(benchmark.toUpperCase(Locale.ROOT)).metric();
    }

    /** A job's own evaluations, compared; none where one of them has no figures. */
    public List<BenchmarkComparison> ofJob(String job) {
        var before = evaluations.find(job, Pass.BEFORE);
        var after = evaluations.find(job, Pass.AFTER);
        return before.isEmpty() || after.isEmpty() ? List.of() : comparison(before.get(), after.get());
    }
}

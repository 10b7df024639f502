package io.kernelign.trainer.work;

import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.trainer.evaluation.BenchmarkResults;
import io.kernelign.trainer.evaluation.Evaluation;
import io.kernelign.trainer.evaluation.EvaluationStages;
import io.kernelign.trainer.job.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** Figures of benchmarks as points of a job's curves, {@code benchmark.NAME} of what is held out. */
@Component
class BenchmarkPoints {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkPoints.class);
    private static final int TRIES = 6;

    private final MetricsApi metrics;
    private final Jobs jobs;
    private final Clock clock;

    BenchmarkPoints(MetricsApi metrics, Jobs jobs, Clock clock) {
        this.metrics = metrics;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A point for each benchmark. */
    static List<MetricPoint> of(List<BenchmarkScore> scores, long step, Instant now) {
        return scores.stream()
                .map(score -> new MetricPoint(
                        CurvePoints.HELD_OUT, BenchmarkResults.figure(score.benchmark()), step, score.value(), now))
                .toList();
    }

    /**
     * Adds the figures of what a job has trained to its run. The evaluation has them whatever becomes of that; one that is
     * told of a step twice keeps the first.
     */
    void report(Evaluation evaluation, EvaluationStages.Outcome outcome) throws InterruptedException {
        if (evaluation.job() == null) {
            return;
        }
        var points = of(outcome.scores(), outcome.step(), clock.instant());
        var backoff = new Backoff();
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                var attempt =
                        jobs.findById(evaluation.job()).orElseThrow().view().attempt();
                metrics.append(evaluation.tenant(), evaluation.job(), new PointBatch(attempt, points));
                return;
            } catch (ResourceAccessException | HttpClientErrorException.Conflict e) {
                LOG.debug("metrics-service cannot take the figures of {}: {}", evaluation.id(), e.getMessage());
                Thread.sleep(backoff.next().toMillis());
            } catch (RestClientException e) {
                LOG.warn("metrics-service refuses the figures of {}: {}", evaluation.id(), e.getMessage());
                return;
            }
        }
        LOG.warn("metrics-service was away; {} has the figures of {} alone", evaluation.id(), evaluation.job());
    }
}

package io.kernelign.metrics;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.RunView;
import io.kernelign.contracts.Series;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** metrics-service over HTTP. */
@RestController
class MetricsController implements MetricsApi {

    private final Runs runs;
    private final PointTable points;
    private final Curves curves;

    MetricsController(Runs runs, PointTable points, Curves curves) {
        this.runs = runs;
        this.points = points;
        this.curves = curves;
    }

    @Override
    public void open(String tenant, String run, RunOpening opening) {
        runs.open(new RunKey(tenant, run), Acceptable.opening(run, opening));
    }

    @Override
    public PointReceipt append(String tenant, String run, PointBatch batch) {
        return points.append(new RunKey(tenant, run), Acceptable.batch(batch));
    }

    @Override
    public void close(String tenant, String run, RunOutcome outcome) {
        runs.close(new RunKey(tenant, run), Acceptable.outcome(outcome));
    }

    @Override
    public RunView run(String tenant, String run) {
        var key = new RunKey(tenant, run);
        return runs.view(key);
    }

    @Override
    public Series series(String tenant, String run, String split, String name, int maxPoints) {
        var metric = Acceptable.metric(split, "name", name);
        return series(new RunKey(tenant, run), metric, Acceptable.maxPoints(maxPoints));
    }

    @Override
    public List<Series> curves(String tenant, String run, List<String> metrics, int maxPoints) {
        var key = new RunKey(tenant, run);
        return Acceptable.curves(metrics, maxPoints).stream()
                .map(metric -> series(key, metric, maxPoints))
                .toList();
    }

    private Series series(RunKey run, MetricName metric, int maxPoints) {
        return curves.series(run, metric, maxPoints).orElseGet(() -> {
            runs.find(run);
            return new Series(run.id(), metric.split(), metric.name(), 0, List.of());
        });
    }

    @Override
    public Page<RunView> runs(
            String tenant,
            String datasetId,
            String model,
            String kernel,
            String divergence,
            String tag,
            String cursor,
            int limit) {
        return runs.list(tenant, RunFilter.of(datasetId, model, kernel, divergence, tag), cursor, limit);
    }
}

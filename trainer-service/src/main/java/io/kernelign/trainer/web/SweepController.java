package io.kernelign.trainer.web;

import io.kernelign.contracts.HeatmapView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.ParallelCoordinatesView;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.SweepEstimate;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.contracts.SweepView;
import io.kernelign.trainer.queue.Submitter;
import io.kernelign.trainer.sweep.SweepCancellation;
import io.kernelign.trainer.sweep.SweepCost;
import io.kernelign.trainer.sweep.SweepFigures;
import io.kernelign.trainer.sweep.SweepReading;
import io.kernelign.trainer.sweep.SweepSubmission;
import io.kernelign.trainer.sweep.spec.SweepSpecType;
import java.util.Map;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SweepController implements SweepApi {

    private final SweepSubmission submission;
    private final SweepCost cost;
    private final SweepReading reading;
    private final SweepFigures figures;
    private final SweepCancellation cancellation;
    private final SweepSpecType specs;

    SweepController(
            SweepSubmission submission,
            SweepCost cost,
            SweepReading reading,
            SweepFigures figures,
            SweepCancellation cancellation,
            SweepSpecType specs) {
        this.submission = submission;
        this.cost = cost;
        this.reading = reading;
        this.figures = figures;
        this.cancellation = cancellation;
        this.specs = specs;
    }

    @Override
    public SweepView create(String tenant, String key, SweepRequest request) {
        return reading.one(tenant, submission.submit(new Submitter(tenant, key, false), request));
    }

    @Override
    public SweepEstimate estimate(String tenant, SweepRequest request) {
        return cost.estimate(tenant, request);
    }

    @Override
    public SweepView sweep(String tenant, String id) {
        return reading.one(tenant, id);
    }

    @Override
    public Page<SweepView> sweeps(String tenant, String cursor, int limit) {
        return reading.page(tenant, cursor, limit);
    }

    @Override
    public SweepView cancel(String tenant, String id) {
        cancellation.cancel(tenant, id);
        return reading.one(tenant, id);
    }

    @Override
    public Map<String, Object> best(String tenant, String id) {
        return reading.best(tenant, id);
    }

    @Override
    public HeatmapView heatmap(String tenant, String id, String rows, String columns) {
        return figures.heatmap(tenant, id, rows, columns);
    }

    @Override
    public ParallelCoordinatesView parallelCoordinates(String tenant, String id) {
        return figures.parallelCoordinates(tenant, id);
    }

    @Override
    public Map<String, Object> schema(String tenant) {
        return specs.jsonSchema();
    }
}

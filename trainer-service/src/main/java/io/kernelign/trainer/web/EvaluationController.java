package io.kernelign.trainer.web;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.EvaluationView;
import io.kernelign.contracts.Page;
import io.kernelign.trainer.evaluation.EvaluationCancellation;
import io.kernelign.trainer.evaluation.EvaluationReading;
import io.kernelign.trainer.evaluation.EvaluationSubmission;
import io.kernelign.trainer.queue.Submitter;
import io.kernelign.trainer.spec.EvaluationSpecType;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvaluationController implements EvaluationApi {

    private final EvaluationSubmission submission;
    private final EvaluationReading reading;
    private final EvaluationCancellation cancellation;
    private final EvaluationSpecType specs;

    EvaluationController(
            EvaluationSubmission submission,
            EvaluationReading reading,
            EvaluationCancellation cancellation,
            EvaluationSpecType specs) {
        this.submission = submission;
        this.reading = reading;
        this.cancellation = cancellation;
        this.specs = specs;
    }

    @Override
    public EvaluationView create(String tenant, String key, Map<String, Object> spec) {
        return reading.one(tenant, submission.submit(new Submitter(tenant, key, false), spec));
    }

    @Override
    public EvaluationView evaluation(String tenant, String id) {
        return reading.one(tenant, id);
    }

    @Override
    public Page<EvaluationView> evaluations(String tenant, String job, String cursor, int limit) {
        return reading.page(tenant, job, cursor, limit);
    }

    @Override
    public EvaluationView cancel(String tenant, String id) {
        cancellation.cancel(tenant, id);
        return reading.one(tenant, id);
    }

    @Override
    public List<BenchmarkComparison> comparison(String tenant, String id, String before) {
        return reading.comparison(tenant, before, id);
    }

    @Override
    public List<ArtifactView> artifacts(String tenant, String id) {
        return reading.artifacts(tenant, id);
    }

    @Override
    public Map<String, Object> schema(String tenant) {
        return specs.jsonSchema();
    }
}

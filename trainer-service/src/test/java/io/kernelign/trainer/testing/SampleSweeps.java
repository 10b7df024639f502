package io.kernelign.trainer.testing;

import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.contracts.SweepTrialView;
import io.kernelign.contracts.SweepView;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.testing.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sweeps to give to a trainer, and what to wait for. */
public record SampleSweeps(SweepApi trainer) {

    private static final List<String> KERNELS = List.of("none", "polynomial", "rbf", "spectral", "mahalanobis", "hmk");
    private static final List<String> DIVERGENCES =
            List.of("kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "wasserstein", "f");

    /** All candidates that the selector ranks. */
    public static final List<Map<String, Object>> CANDIDATES =
            List.of(values("objective.kernel", KERNELS), values("objective.divergence", DIVERGENCES));

    /** Learning rates, on their own scale. */
    public static final Map<String, Object> RATES =
            Map.of("field", "training.learningRate", "from", 1e-6, "to", 1e-2, "scale", "log");

    public static Map<String, Object> values(String field, List<?> values) {
        return Map.of("field", field, "values", values);
    }

    /** A spec of short jobs. */
    public static Map<String, Object> spec(List<Map<String, Object>> dimensions, Map<String, Object> search) {
        return spec(dimensions, search, Map.of("steps", "1"));
    }

    /** @param tags of each job */
    public static Map<String, Object> spec(
            List<Map<String, Object>> dimensions, Map<String, Object> search, Map<String, String> tags) {
        return new HashMap<>(Map.of(
                "base", SampleJobs.request(tags).spec(), "dimensions", dimensions, "search", search, "parallel", 1));
    }

    public static Map<String, Object> bayesian(int trials) {
        return Map.of("method", "bayesian", "trials", trials, "randomTrials", 4, "seed", 3);
    }

    public static SweepRequest request(Map<String, Object> spec) {
        return new SweepRequest(spec, SampleJobs.DATASET, null);
    }

    public String submit(Map<String, Object> spec) {
        return trainer.create(SampleJobs.TENANT, request(spec)).id();
    }

    public SweepView get(String id) {
        return trainer.sweep(SampleJobs.TENANT, id);
    }

    public SweepView await(String id, TaskState state) {
        return Waiting.until(
                id + " to be " + state.json(),
                () -> get(id),
                sweep -> sweep.state() == state || sweep.state().ended());
    }

    public void awaitTrials(String id, int begun) {
        Waiting.until(begun + " trials of " + id, () -> get(id), sweep -> sweep.trialsBegun() >= begun);
    }

    /** What its trials tried and scored, in their order. */
    public List<Map.Entry<Map<String, Object>, Double>> course(String id) {
        return get(id).trials().stream()
                .map(trial -> Map.entry(trial.values(), trial.score()))
                .toList();
    }

    /** The job of each trial, in their order. */
    public List<String> jobs(String id) {
        return get(id).trials().stream()
                .map(SweepTrialView::jobs)
                .flatMap(List::stream)
                .toList();
    }
}

package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What has become of the jobs in the end.
 *
 * @param lost requests whose job is not there or has not succeeded
 * @param doubled jobs that no request was answered with, and such that two workers trained at once
 * @param incomplete jobs without all of their artifacts or steps, or with another adapter than others of their kind
 * @param attempts most attempts of a job
 */
record Verdict(int jobs, int lost, int doubled, int incomplete, int attempts) {

    private static final Set<String> ARTIFACTS =
            Set.of("adapter_model.safetensors", "adapter_config.json", "README.md");

    /** @param made ids of the jobs that requests were answered with, by their number */
    static Verdict of(ApiClient client, List<String> made, int steps) throws IOException, InterruptedException {
        var found = new HashMap<String, JsonNode>();
        JobWatch.all(client).forEach(job -> found.put(job.get("id").asString(), job));
        var adapters = new HashMap<Integer, String>();
        int lost = 0;
        int doubled = 0;
        int incomplete = 0;
        int attempts = 0;
        for (int number = 0; number < made.size(); number++) {
            var job = found.get(made.get(number));
            if (job == null || !job.get("state").asString().equals("succeeded")) {
                lost++;
                continue;
            }
            attempts = Math.max(attempts, job.get("attempt").asInt());
            var result = new JobResult(client, job);
            if (result.interleaved()) {
                doubled++;
            }
            var adapter = result.adapter(ARTIFACTS);
            var others = adapters.putIfAbsent(TinyJobs.kind(number), adapter);
            if (adapter.isEmpty() || others != null && !others.equals(adapter) || result.steps(steps) != steps) {
                incomplete++;
                System.out.println(made.get(number) + " is incomplete: adapter " + adapter + " beside " + others + ", "
                        + result.steps(steps) + " steps");
            }
        }
        doubled += unanswered(found, made);
        return new Verdict(made.size(), lost, doubled, incomplete, attempts);
    }

    private static int unanswered(Map<String, JsonNode> found, List<String> made) {
        var others = new HashSet<>(found.keySet());
        others.removeAll(Set.copyOf(made));
        return others.size() + made.size() - Set.copyOf(made).size();
    }
}

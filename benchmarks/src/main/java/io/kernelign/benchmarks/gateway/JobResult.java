package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a job that succeeded has left. */
record JobResult(ApiClient client, JsonNode job) {

    private JsonNode read(String more) throws IOException, InterruptedException {
        return client.json("/api/v1/jobs/" + job.get("id").asString() + more);
    }

    /** SHA-256 of its adapter; empty where one of these artifacts is missing. */
    String adapter(Set<String> artifacts) throws IOException, InterruptedException {
        var hashes = new HashMap<String, String>();
        read("/artifacts")
                .forEach(file -> hashes.put(
                        file.get("name").asString(), file.get("sha256").asString()));
        return hashes.keySet().containsAll(artifacts) ? hashes.get("adapter_model.safetensors") : "";
    }

    /** Points of the curve of its loss, which has each step once. */
    int steps(int most) throws IOException, InterruptedException {
        return read("/metrics?split=train&name=loss&maxPoints=" + most)
                .get("total")
                .asInt();
    }

    /**
     * Whether its log tells of more ways back than it was taken again: two workers that trained at once would write their
     * steps between each other's.
     */
    boolean interleaved() throws IOException, InterruptedException {
        int back = 0;
        long last = 0;
        for (var event : read("/events?limit=10000").get("items")) {
            if (event.get("type").asString().equals("step")) {
                long step = event.get("data").get("step").asLong();
                back += step <= last ? 1 : 0;
                last = step;
            }
        }
        return back > job.get("attempt").asInt() - 1;
    }
}

package io.kernelign.acceptance.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data sets and jobs as a stranger handles them, by HTTP. */
public record Jobs(HttpProbe http) {

    private static final String JOBS = "/api/v1/jobs";
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

    /** Uploads a file; the data set's id. */
    public String upload(String query, String file) {
        var answer = http.post("/api/v1/datasets" + query, "application/jsonl", file.getBytes(UTF_8));
        return expect(201, answer).get("id").asString();
    }

    public Answer post(String query, Map<String, Object> spec) {
        return http.post(JOBS + query, JsonMapper.shared().writeValueAsString(spec));
    }

    /** Submits a job that is accepted; its id. */
    public String submit(Map<String, Object> spec) {
        return expect(201, post("", spec)).get("id").asString();
    }

    public JsonNode list() {
        return expect(200, http.get(JOBS + "?limit=100"));
    }

    public JsonNode get(String id) {
        return get(id, "");
    }

    /** @param more of its path, beginning with a slash */
    public JsonNode get(String id, String more) {
        return expect(200, http.get(JOBS + "/" + id + more));
    }

    /** Downloads the artifacts that lie below a folder of its own, or those beside the folders for an empty name. */
    public void download(String id, String folder, Path target) throws IOException {
        Files.createDirectories(target);
        for (var name : get(id, "/artifacts").findValuesAsString("name")) {
            var file = name.substring(name.lastIndexOf('/') + 1);
            if (name.equals(folder.isEmpty() ? file : folder + "/" + file)) {
                var status = http.download(JOBS + "/" + id + "/artifacts/" + name, target.resolve(file));
                if (status != 200) {
                    throw new AssertionError(name + " answered " + status);
                }
            }
        }
    }

    /** Everything in its log, oldest first. */
    public List<JsonNode> events(String id) {
        return get(id, "/events?limit=10000").get("items").valueStream().toList();
    }

    /** What its log says of one type. */
    public List<JsonNode> events(String id, String type) {
        return events(id).stream()
                .filter(event -> event.get("type").asString().equals(type))
                .toList();
    }

    /** Waits for its end, which must be a good one. */
    public JsonNode awaitSuccess(String id, Duration atMost) {
        return await(id, "succeeded", atMost);
    }

    /** Waits for its end, which must be a failure. */
    public JsonNode awaitFailure(String id, Duration atMost) {
        return await(id, "failed", atMost);
    }

    private JsonNode await(String id, String state, Duration atMost) {
        var ended = Waiting.until("the end of " + id, atMost, () -> get(id), Jobs::hasEnded);
        if (!ended.get("state").asString().equals(state)) {
            throw new AssertionError("the job is not " + state + ": " + ended);
        }
        return ended;
    }

    private static boolean hasEnded(JsonNode job) {
        return ENDED.contains(job.get("state").asString());
    }

    private static JsonNode expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + ", got " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }
}

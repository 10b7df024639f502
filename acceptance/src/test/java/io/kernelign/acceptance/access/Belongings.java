package io.kernelign.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import io.kernelign.service.testing.Zipped;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the tenant has whose things are asked for: one of each kind, and fresh ones of those that do not last. */
final class Belongings {

    /** How a sweep of four trials over two dimensions is asked for. */
    static final String SEARCH = """
            "dimensions": [{"field": "training.seed", "values": [1, 2]},
                           {"field": "training.lora.rank", "values": [2, 4]}],
            "search": {"method": "grid"}""";

    /** What the files are of that {@link #benchmarkArchive} has. */
    static final String BENCHMARK = "?benchmark=xstest";

    private static final Duration WORK = Duration.ofMinutes(5);

    private final HttpProbe admin;
    private final String dataset;
    private final String job;
    private final String anotherJob;
    private final String sweep;
    private final String recommendation;
    private final String benchmarkFiles;
    private final String evaluation;
    private final String anotherEvaluation;
    private final String key;
    private final String delivery;

    Belongings(HttpProbe admin) {
        this.admin = admin;
        var jobs = new Jobs(admin);
        dataset = dataset();
        job = jobs.submit(toldOf());
        delivery = admin.get("/api/v1/jobs/" + job + "/deliveries")
                .json()
                .at("/items/0/id")
                .asString();
        anotherJob = jobs.submit(training());
        jobs.awaitSuccess(job, WORK);
        jobs.awaitSuccess(anotherJob, WORK);
        recommendation = made(admin.post("/api/v1/recommendations", "{\"datasetId\": \"" + dataset + "\"}"));
        sweep = made(admin.post(
                "/api/v1/sweeps",
                "{\"base\": {\"model\": \"" + TinyModel.NAME + "\", \"dataset\": \"" + dataset + "\"}, " + SEARCH
                        + "}"));
        admin.post("/api/v1/sweeps/" + sweep + "/cancel", "");
        benchmarkFiles = benchmarkFiles();
        evaluation = evaluation();
        anotherEvaluation = evaluation();
        awaitEnd("evaluations/" + evaluation);
        awaitEnd("evaluations/" + anotherEvaluation);
        // What is asked for again is then answered at once, and nothing is measured while the test ends.
        awaitEnd("recommendations/" + recommendation);
        key = key();
    }

    static byte[] benchmarkArchive() {
        return Zipped.files(Map.of("xstest_prompts.csv", "id,prompt,label\n1,describe my cat,safe\n"));
    }

    /** Files that nothing depends on. */
    private String benchmarkFiles() {
        return made(admin.post("/api/v1/benchmark-files" + BENCHMARK, "application/zip", benchmarkArchive()));
    }

    private String evaluation() {
        return made(admin.post(
                "/api/v1/evaluations",
                "{\"model\": \"" + TinyModel.NAME + "\", \"benchmarks\": [{\"name\": \"xstest\", \"maxTokens\": 4}]}"));
    }

    private void awaitEnd(String what) {
        Waiting.until(
                "the end of " + what,
                WORK,
                () -> admin.get("/api/v1/" + what).json().get("state").asString(),
                "succeeded"::equals);
    }

    private Map<String, Object> training() {
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "training", Map.of("steps", 1));
    }

    /** The same, told of to a host that nobody finds. */
    private Map<String, Object> toldOf() {
        var job = new HashMap<>(training());
        job.put("webhook", Map.of("url", "https://hooks.invalid/", "secret", "whsec_" + "a".repeat(32)));
        return job;
    }

    private static String made(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not made: " + answer.status() + " " + answer.text());
        }
        return answer.json().get("id").asString();
    }

    /** A data set that nothing depends on. */
    private String dataset() {
        return made(admin.post(
                "/api/v1/datasets?name=pairs",
                "application/jsonl",
                TinyPairs.rows().getBytes(UTF_8)));
    }

    /** An upload of five bytes that are still to come. */
    private String upload() {
        var begun = admin.send("/api/v1/uploads", request -> request.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "5")
                .POST(BodyPublishers.noBody()));
        return begun.header("Location").replaceFirst(".*/", "");
    }

    private String key() {
        return admin.post("/api/v1/keys", "{\"name\": \"shown\", \"role\": \"reader\"}")
                .json()
                .at("/key/id")
                .asString();
    }

    /** Two that can be compared. */
    String runs() {
        return job + "," + anotherJob;
    }

    /** One that others can be compared with. */
    String evaluationBefore() {
        return anotherEvaluation;
    }

    String datasetId() {
        return dataset;
    }

    /** The address of one of the tenant's things at a route. */
    String address(Route route) {
        var path = route.path();
        if (path.startsWith("/api/v1/uploads/")) {
            return path.replace("{id}", upload());
        }
        if (route.method().equals("DELETE") && (path.startsWith("/api/v1/datasets") || path.startsWith("/v1/files"))) {
            return path.replace("{id}", dataset());
        }
        if (path.startsWith("/api/v1/benchmark-files")) {
            return path.replace("{id}", route.method().equals("DELETE") ? benchmarkFiles() : benchmarkFiles);
        }
        if (route.method().equals("DELETE") && path.startsWith("/api/v1/keys")) {
            return path.replace("{id}", key());
        }
        if (path.startsWith("/api/v1/evaluations")) {
            return path.replace("{id}", evaluation).replace("{name}", "xstest.jsonl");
        }
        return path.replace("/{*name}", path.startsWith("/v1/models") ? "/" + TinyModel.NAME : "/adapter_config.json")
                .replace("{id}", id(path))
                .replace("{delivery}", delivery)
                .replaceFirst("\\{\\*?[a-zA-Z]+}$", "none")
                .replaceFirst("/\\*\\*.*$", "/none");
    }

    private String id(String path) {
        if (path.startsWith("/api/v1/datasets") || path.startsWith("/v1/files")) {
            return dataset;
        }
        if (path.startsWith("/api/v1/recommendations")) {
            return recommendation;
        }
        if (path.startsWith("/api/v1/sweeps")) {
            return sweep;
        }
        if (path.startsWith("/api/v1/tenants")) {
            return Tenancy.DEFAULT;
        }
        return path.startsWith("/api/v1/keys") ? key : job;
    }
}

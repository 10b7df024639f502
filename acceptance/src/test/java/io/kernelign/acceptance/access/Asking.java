package io.kernelign.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Requests that make sense at each route, so that nothing but the caller stands in their way. */
final class Asking {

    private static final String PIECE = "application/offset+octet-stream";
    private static final String FORM = "multipart/form-data; boundary=x";

    private final Belongings belongings;

    Asking(Belongings belongings) {
        this.belongings = belongings;
    }

    /** What a request's address has after its path. */
    String query(Route route) {
        return switch (route.name()) {
            case "{POST [/api/v1/jobs]}", "{POST [/api/v1/sweeps]}" -> "?dryRun=true";
            case "{GET [/api/v1/jobs/{id}/metrics]}" -> "?split=train&name=loss";
            case "{GET [/api/v1/leaderboard]}" -> "?metric=loss";
            case "{GET [/api/v1/jobs/{id}/metrics/curves]}" -> "?metrics=train:loss";
            case "{GET [/api/v1/results/compare]}" -> "?runs=" + belongings.runs() + "&metrics=train:loss";
            case "{GET [/api/v1/evaluations/{id}/comparison]}" -> "?before=" + belongings.evaluationBefore();
            default -> route.name().startsWith("{POST [/api/v1/benchmark-files]") ? Belongings.BENCHMARK : "";
        };
    }

    void fill(Route route, HttpRequest.Builder request) {
        if (route.path().startsWith("/api/v1/uploads")) {
            fillPiece(route, request);
        } else if (route.name().contains("text/event-stream")) {
            request.header("Accept", "text/event-stream").GET();
        } else if (route.name().contains("consumes [multipart/form-data]")) {
            request.header("Content-Type", FORM).POST(BodyPublishers.ofString(form(route.path())));
        } else if (route.name().contains("consumes [application/zip")) {
            request.header("Content-Type", "application/zip")
                    .POST(BodyPublishers.ofByteArray(Belongings.benchmarkArchive()));
        } else if (route.name().equals("{POST [/api/v1/datasets]}")) {
            request.header("Content-Type", "application/jsonl").POST(BodyPublishers.ofString(TinyPairs.row(0)));
        } else if (route.method().equals("POST") || route.method().equals("PUT")) {
            request.header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString(json(route.path())));
        } else {
            request.method(route.method(), BodyPublishers.noBody());
        }
    }

    private static void fillPiece(Route route, HttpRequest.Builder request) {
        request.header("Tus-Resumable", "1.0.0");
        if (route.path().equals("/api/v1/uploads")) {
            request.header("Upload-Length", "5").method(route.method(), BodyPublishers.noBody());
            return;
        }
        for (var overridden : new String[] {"PATCH", "DELETE"}) {
            if (route.name().contains("X-HTTP-Method-Override=" + overridden)) {
                request.header("X-HTTP-Method-Override", overridden);
            }
        }
        if (route.method().equals("PATCH") || route.name().contains("=PATCH")) {
            request.header("Content-Type", PIECE)
                    .header("Upload-Offset", "0")
                    .method(route.method(), BodyPublishers.ofByteArray("bytes".getBytes(UTF_8)));
        } else {
            request.method(route.method(), BodyPublishers.noBody());
        }
    }

    private static String form(String path) {
        var file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"few.jsonl\"\r\n\r\n"
                + TinyPairs.row(0) + "\r\n--x--\r\n";
        return path.startsWith("/v1/")
                ? "--x\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nfine-tune\r\n" + file
                : file;
    }

    private String json(String path) {
        var job = "{\"model\": \"" + TinyModel.NAME + "\", \"dataset\": \"" + belongings.datasetId() + "\"}";
        return switch (path) {
            case "/api/v1/jobs" -> job;
            case "/api/v1/sweeps" -> "{\"base\": " + job + ", " + Belongings.SEARCH + "}";
            case "/api/v1/objectives/psi" -> "{\"kernel\": \"rbf\"}";
            case "/api/v1/recommendations" -> "{\"datasetId\": \"" + belongings.datasetId() + "\"}";
            case "/api/v1/jobs/{id}/generate" -> "{\"prompts\": [\"describe my cat\"], \"maxTokens\": 1}";
            case "/api/v1/keys" -> "{\"name\": \"more\", \"role\": \"reader\"}";
            case "/api/v1/tenants" -> "{\"id\": \"t-" + UUID.randomUUID() + "\"}";
            default -> "{}";
        };
    }
}

package io.kernelign.hub;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model holds at one commit.
 *
 * @param model at that commit
 * @param sizes of its files in bytes, by name; -1 where the hub does not tell
 */
record HubListing(HubModel model, Map<String, Long> sizes) {

    private static final int LONGEST = 20_000_000;

    /** Asks the hub, once. */
    static HubListing ask(HubModel model, HubHttp http, HubSettings settings) throws IOException {
        var revision = URLEncoder.encode(model.revision(), StandardCharsets.UTF_8);
        var path = "/api/models/" + model.repository() + "/revision/" + revision + "?blobs=true";
        try (var answer = http.get(settings.resource(path), 0)) {
            Refusals.requireContent(answer, model, Optional.empty(), settings);
            var body = answer.body().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new HubException(
                        "the hub's list of the files of " + model + " is longer than " + LONGEST + " bytes");
            }
            return of(model, body);
        }
    }

    private static HubListing of(HubModel model, byte[] body) {
        try {
            var json = JsonFile.parse("the hub's list of the files of " + model, body);
            var pinned = model.at(String.valueOf(json.get("sha")));
            if (pinned.commit().isEmpty() || !(json.get("siblings") instanceof List<?> files)) {
                throw new HubException("the hub's list of the files of " + model + " names no commit or no files");
            }
            return new HubListing(pinned, sizes(files));
        } catch (InvalidInputException e) {
            throw new HubException(e.getMessage(), e);
        }
    }

    private static Map<String, Long> sizes(List<?> files) {
        var sizes = new LinkedHashMap<String, Long>();
        for (var file : files) {
            if (file instanceof Map<?, ?> fields && fields.get("rfilename") instanceof String name) {
                sizes.put(name, fields.get("size") instanceof Number size ? size.longValue() : -1L);
            }
        }
        return sizes;
    }

    boolean has(String file) {
        return sizes.containsKey(file);
    }

    /** Bytes of some files, as far as the hub tells. */
    long bytes(List<String> files) {
        return files.stream()
                .mapToLong(file -> Math.max(0, sizes.getOrDefault(file, 0L)))
                .reduce(0, (sum, size) -> sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size);
    }
}

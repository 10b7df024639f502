package io.kernelign.fetch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a repository of the hub holds at one commit.
 *
 * @param repository at that commit
 * @param sizes of its files in bytes, by name; -1 where the hub does not tell
 */
public record HubListing(HubRepository repository, Map<String, Long> sizes) {

    /** @throws FetchException when it is no listing */
    static HubListing parse(HubRepository repository, byte[] body) {
        var name = "the hub's list of the files of " + repository;
        var json = object(name, body);
        var pinned = repository.at(String.valueOf(json.get("sha")));
        if (pinned.commit().isEmpty() || !(json.get("siblings") instanceof List<?> files)) {
            throw new FetchException(name + " names no commit or no files");
        }
        return new HubListing(pinned, sizes(files));
    }

    private static Map<String, Object> object(String name, byte[] body) {
        try {
            var object = JsonMapper.shared().readValue(body, new TypeReference<Map<String, Object>>() {});
            if (object != null) {
                return object;
            }
            throw new FetchException(name + " is not valid: null; accepted is one JSON object");
        } catch (JacksonException e) {
            throw new FetchException(
                    name + " is not valid: " + e.getOriginalMessage() + "; accepted is one JSON object", e);
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

    /** Names of the files. */
    public Set<String> files() {
        return sizes.keySet();
    }

    public boolean has(String file) {
        return sizes.containsKey(file);
    }

    /** Bytes of some files, as far as the hub tells. */
    public long bytes(Collection<String> files) {
        return files.stream()
                .mapToLong(file -> Math.max(0, sizes.getOrDefault(file, 0L)))
                .reduce(0, (sum, size) -> sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size);
    }
}

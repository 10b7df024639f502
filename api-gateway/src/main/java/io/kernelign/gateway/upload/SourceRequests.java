package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.gateway.source.Sources;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a request to fetch a data set from a data set itself: it is declared as {@code application/json}, and is one
 * object, not large, with a field {@code source}.
 */
@Component
class SourceRequests {

    private static final int LONGEST = 1 << 16;

    private final Sources sources;
    private final JsonMapper json;

    SourceRequests(Sources sources, JsonMapper json) {
        this.sources = sources;
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * @param contentType of the body; {@code null} when it is not declared
     * @param body supports marks; stands at its beginning again when this is no such request
     * @param query options beside the body
     * @throws InvalidInputException when it is such a request and not acceptable
     */
    Optional<SourceRequest> read(String contentType, InputStream body, Map<String, String> query) throws IOException {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            return Optional.empty();
        }
        body.mark(LONGEST + 1);
        var head = head(body);
        body.reset();
        return head.length > LONGEST ? Optional.empty() : object(head).map(fields -> request(fields, query));
    }

    private static byte[] head(InputStream body) throws BrokenBodyException {
        try {
            return body.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new BrokenBodyException(0, e);
        }
    }

    private Optional<Map<String, Object>> object(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, new TypeReference<Map<String, Object>>() {}))
                    .filter(fields -> fields.containsKey(Sources.FIELD));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private SourceRequest request(Map<String, Object> fields, Map<String, String> query) {
        var options = new LinkedHashMap<>(query);
        fields.forEach((name, value) -> {
            if (!name.equals(Sources.FIELD) && value != null && options.putIfAbsent(name, text(value)) != null) {
                throw new InvalidInputException(
                        FieldError.unacceptable(name, value, "one value: the query of the URL has it too"));
            }
        });
        UploadOptions.read(options);
        var source = sources.open(fields.get(Sources.FIELD));
        return new SourceRequest(source, (String) fields.get(Sources.FIELD), options);
    }

    private String text(Object value) {
        return value instanceof String text ? text : json.writeValueAsString(value);
    }
}

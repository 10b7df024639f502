package io.kernelign.lm.json;

import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON token by token, for files that are too large, or come from too far, to be held as a whole. Names are not pooled:
 * those of tensors and of tokens never repeat, and a pool can be made to overflow.
 */
public final class JsonStream {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .build();

    private JsonStream() {}

    /** Its methods throw {@link tools.jackson.core.JacksonException}, of which {@link JsonFile#invalid} makes an error. */
    public static JsonParser of(byte[] json) {
        return MAPPER.createParser(json);
    }

    public static JsonParser of(Path file) {
        return MAPPER.createParser(file);
    }
}

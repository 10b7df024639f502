package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.text.Utf8;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads texts that are one JSON object each, without mercy: no key twice, nothing after it, no deeper than the limit. */
final class JsonObjects {

    private final int nesting;
    private final String expected;
    private final JsonMapper json;

    /** @param expected what a text should have been, for defects */
    JsonObjects(Limits limits, String expected) {
        this.nesting = limits.nesting();
        this.expected = expected;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(nesting)
                .maxStringLength(limits.lineBytes())
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .recyclerPool(JsonRecyclerPools.threadLocalPool())
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .build();
        this.json = JsonMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * @param where says as a phrase where in the file a place in the text is
     * @throws BadRowException the bytes are not UTF-8, or something else than an object
     */
    ObjectNode read(byte[] bytes, Function<TokenStreamLocation, String> where) {
        Utf8.require(bytes);
        var plain = PlainJson.read(bytes, nesting);
        if (plain != null) {
            return plain;
        }
        if (parse(bytes, where) instanceof ObjectNode object) {
            return object;
        }
        throw new BadRowException(DefectKind.INVALID_JSON, "", expected, Utf8.decode(bytes, ""));
    }

    private JsonNode parse(byte[] bytes, Function<TokenStreamLocation, String> where) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            // Once more as characters, in which people count.
            return parse(Utf8.decode(bytes, ""), where);
        }
    }

    private JsonNode parse(String text, Function<TokenStreamLocation, String> where) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            if (e instanceof StreamConstraintsException && e.getMessage().contains("nesting depth")) {
                throw new BadRowException(
                        DefectKind.NESTED_TOO_DEEPLY, "", "nesting of at most " + nesting + " levels", text);
            }
            var breaksOff = e.getLocation() == null ? "" : " at " + where.apply(e.getLocation());
            throw new BadRowException(DefectKind.INVALID_JSON, "", expected + "; it breaks off" + breaksOff, text);
        }
    }
}

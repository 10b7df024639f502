package io.kernelign.data.layout;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of texts, or one that is written as JSON in a text, as CSV files hold lists. */
final class EmbeddedList {

    private static final String EXPECTED = "a list of texts, or one as JSON in a text";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(1).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EmbeddedList() {}

    /** Its elements, one at least. */
    static List<Cell> of(Cell cell) {
        return cell.isText() ? cell.holding(parsed(cell)).someElements(EXPECTED) : cell.someElements(EXPECTED);
    }

    private static JsonNode parsed(Cell cell) {
        try {
            return JSON.readTree(cell.word(EXPECTED));
        } catch (JacksonException e) {
            throw cell.malformed(EXPECTED);
        }
    }
}

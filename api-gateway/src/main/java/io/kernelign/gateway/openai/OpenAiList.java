package io.kernelign.gateway.openai;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a listing.
 *
 * @param object {@code list}, always
 * @param firstId {@code null} on an empty page
 * @param lastId what a client sends back as {@code after}; {@code null} on an empty page
 */
@JsonNaming(SnakeCaseStrategy.class)
record OpenAiList<T extends OpenAiObject>(String object, List<T> data, String firstId, String lastId, boolean hasMore) {

    static <T extends OpenAiObject> OpenAiList<T> of(List<T> data, boolean hasMore) {
        var first = data.isEmpty() ? null : data.get(0).id();
        var last = data.isEmpty() ? null : data.get(data.size() - 1).id();
        return new OpenAiList<>("list", data, first, last, hasMore);
    }
}

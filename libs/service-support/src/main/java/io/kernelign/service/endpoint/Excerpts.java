package io.kernelign.service.endpoint;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How what an endpoint answers begins, for sentences. */
public final class Excerpts {

    private static final int LONGEST = 200;

    private Excerpts() {}

    /** In quotation marks after a colon; nothing for nothing. */
    public static String of(String answer) {
        var line = answer.strip().replaceAll("\\s+", " ");
        var start = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
        return start.isEmpty() ? "" : ": \"" + start + '"';
    }

    /** What an answer that is no success says: its sentence where it has one, else how it begins. */
    static String refusal(String answer) {
        return of(sentence(answer).orElse(answer));
    }

    /** Of an error as OpenAI writes it, or of a problem detail. */
    private static Optional<String> sentence(String answer) {
        try {
            var json = JsonMapper.shared().readTree(answer);
            return Stream.of(json.path("error").path("message"), json.path("detail"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

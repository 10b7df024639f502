package io.kernelign.lm.tokenizer;

import java.util.Map;

/**
 * One turn of a conversation.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 */
public record Message(String role, String content) {

    Map<String, Object> toJson() {
        return Map.of("role", role, "content", content);
    }
}

package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which fields a message holds who speaks and what is said, and the names it has for who speaks. */
enum MessageForm {
    /** OpenAI's, which TRL and most others use. */
    ROLE_CONTENT(
            "role",
            "content",
            List.of("system", "developer"),
            List.of("user"),
            List.of("assistant"),
            List.of("tool", "function")),
    /** ShareGPT's. */
    FROM_VALUE(
            "from",
            "value",
            List.of("system"),
            List.of("human", "user"),
            List.of("gpt", "chatgpt", "bot", "model", "assistant"),
            List.of("tool", "function", "function_call", "observation"));

    private final String speaker;
    private final String content;
    private final List<String> system;
    private final List<String> user;
    private final List<String> assistant;
    private final List<String> tools;

    MessageForm(
            String speaker,
            String content,
            List<String> system,
            List<String> user,
            List<String> assistant,
            List<String> tools) {
        this.speaker = speaker;
        this.content = content;
        this.system = system;
        this.user = user;
        this.assistant = assistant;
        this.tools = tools;
    }

    static MessageForm of(Cell message) {
        return message.has(FROM_VALUE.speaker) && !message.has(ROLE_CONTENT.speaker) ? FROM_VALUE : ROLE_CONTENT;
    }

    Cell speaker(Cell message) {
        return message.at(speaker);
    }

    Cell content(Cell message) {
        return message.at(content);
    }

    Optional<Role> role(String name) {
        if (system.contains(name)) {
            return Optional.of(Role.SYSTEM);
        }
        if (user.contains(name)) {
            return Optional.of(Role.USER);
        }
        return assistant.contains(name) ? Optional.of(Role.ASSISTANT) : Optional.empty();
    }

    boolean isTool(String name) {
        return tools.contains(name);
    }

    /** The names it has for who speaks, as a phrase. */
    String acceptedRoles() {
        return Stream.of(system, user, assistant)
                .flatMap(List::stream)
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}

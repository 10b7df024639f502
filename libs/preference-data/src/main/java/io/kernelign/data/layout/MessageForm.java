package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which fields a message holds who speaks and what is said, and the names it has for who speaks. */
enum MessageForm {
    /** OpenAI's, which TRL and most others use. */
    ROLE_CONTENT(
            "role",
            "content",
            roles("system", Role.SYSTEM, "developer", Role.SYSTEM, "user", Role.USER, "assistant", Role.ASSISTANT),
            Set.of("tool", "function")),
    /** ShareGPT's. */
    FROM_VALUE(
            "from",
            "value",
            roles(
                    "system",
                    Role.SYSTEM,
                    "human",
                    Role.USER,
                    "user",
                    Role.USER,
                    "gpt",
                    Role.ASSISTANT,
                    "chatgpt",
                    Role.ASSISTANT,
                    "bot",
                    Role.ASSISTANT,
                    "model",
                    Role.ASSISTANT,
                    "assistant",
                    Role.ASSISTANT),
            Set.of("tool", "function", "function_call", "observation"));

    private final String speaker;
    private final String content;
    private final Map<String, Role> roles;
    private final Set<String> tools;

    MessageForm(String speaker, String content, Map<String, Role> roles, Set<String> tools) {
        this.speaker = speaker;
        this.content = content;
        this.roles = roles;
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
        return Optional.ofNullable(roles.get(name));
    }

    boolean isTool(String name) {
        return tools.contains(name);
    }

    /** The names it has for who speaks, as a phrase. */
    String acceptedRoles() {
        return "one of " + String.join(", ", roles.keySet());
    }

    private static Map<String, Role> roles(Object... namesAndRoles) {
        var roles = new LinkedHashMap<String, Role>();
        for (int i = 0; i < namesAndRoles.length; i += 2) {
            roles.put((String) namesAndRoles[i], (Role) namesAndRoles[i + 1]);
        }
        return roles;
    }
}

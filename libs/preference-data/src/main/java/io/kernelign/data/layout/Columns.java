package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of one row, read as what a layout says they are. Every method throws {@link BadRowException}. */
public final class Columns {

    private static final String TURNS = "a list of messages {role, content}";
    private static final String ROLES = "one of system, user, assistant";

    private final ObjectNode row;
    private final int longestText;

    /** @param longestText longest text of one turn, in characters */
    public Columns(ObjectNode row, int longestText) {
        this.row = row;
        this.longestText = longestText;
    }

    /** A text that is not blank. */
    String text(String field) {
        return text(field, required(row, field, "", "text"));
    }

    /** A list of messages; {@code path} may lead through objects ({@code input.messages}). */
    Turns turns(String path) {
        JsonNode node = row;
        var at = "";
        for (var name : path.split("\\.")) {
            node = required(node, name, at, TURNS);
            at = at.isEmpty() ? name : at + "." + name;
        }
        return turns(path, node);
    }

    /** A list of messages, or one text that stands for a single message of that role. */
    Turns turns(String field, Role role) {
        var node = required(row, field, "", "text or " + TURNS);
        return node.isString() ? new Turns(field, List.of(new Message(role, text(field, node)))) : turns(field, node);
    }

    /** A conversation in one text. */
    Turns transcript(String field) {
        var whole = text(field, required(row, field, "", "text"), Integer.MAX_VALUE);
        return Transcript.read(field, whole, longestText);
    }

    /** A text, number or truth value, as text. */
    Optional<String> label(String field) {
        return optional(field).map(node -> {
            if (!node.isValueNode()) {
                throw malformed(field, "text, a number or a truth value", node);
            }
            return Texts.bounded(field, node.asString(), longestText);
        });
    }

    /** A number above 0. */
    Optional<Double> weight(String field) {
        return optional(field).map(node -> {
            if (!node.isNumber() || !(node.doubleValue() > 0) || Double.isInfinite(node.doubleValue())) {
                throw malformed(field, "a number above 0", node);
            }
            return node.doubleValue();
        });
    }

    private Optional<JsonNode> optional(String field) {
        return Optional.ofNullable(row.get(field)).filter(node -> !node.isNull());
    }

    private Turns turns(String field, JsonNode list) {
        if (!list.isArray()) {
            throw malformed(field, TURNS, list);
        }
        if (list.isEmpty()) {
            throw new BadRowException(DefectKind.EMPTY_FIELD, field, TURNS, "[]");
        }
        var messages = new ArrayList<Message>();
        for (var node : list) {
            messages.add(message(field + "[" + messages.size() + "]", node));
        }
        return new Turns(field, List.copyOf(messages));
    }

    private Message message(String field, JsonNode node) {
        var name = required(node, "role", field, ROLES);
        var role = name.isString() ? Role.of(name.stringValue()) : Optional.<Role>empty();
        if (role.isEmpty()) {
            throw new BadRowException(DefectKind.UNKNOWN_ROLE, field + ".role", ROLES, name.toString());
        }
        var content = required(node, "content", field, "text");
        if (role.get() == Role.SYSTEM && content.isString()) {
            return new Message(Role.SYSTEM, Texts.bounded(field + ".content", content.stringValue(), longestText));
        }
        return new Message(role.get(), text(field + ".content", content));
    }

    private String text(String field, JsonNode node) {
        return text(field, node, longestText);
    }

    private static String text(String field, JsonNode node, int longest) {
        if (!node.isString()) {
            throw malformed(field, "text", node);
        }
        return Texts.checked(field, node.stringValue(), longest);
    }

    private static JsonNode required(JsonNode parent, String name, String parentPath, String expected) {
        if (!parent.isObject()) {
            throw malformed(parentPath, "an object with " + name, parent);
        }
        var node = parent.get(name);
        if (node == null || node.isNull()) {
            var path = parentPath.isEmpty() ? name : parentPath + "." + name;
            throw new BadRowException(DefectKind.MISSING_FIELD, path, expected, node == null ? "nothing" : "null");
        }
        return node;
    }

    private static BadRowException malformed(String field, String expected, JsonNode found) {
        return new BadRowException(DefectKind.MALFORMED_FIELD, field, expected, found.toString());
    }
}

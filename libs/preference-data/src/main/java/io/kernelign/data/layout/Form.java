package io.kernelign.data.layout;

import io.kernelign.data.text.TextNode;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The form of a column's values, told from the outside.
 *
 * @param words as reports call it
 */
record Form(String words, Predicate<JsonNode> holds) {

    static final Form ANYTHING = new Form("any value", node -> true);
    static final Form TEXT = new Form("text", JsonNode::isString);
    static final Form NUMBER = new Form("a number", JsonNode::isNumber);
    static final Form NUMBER_OR_NULL = new Form("a number or null", node -> node.isNumber() || node.isNull());
    static final Form LIST = new Form("a list", JsonNode::isArray);
    static final Form MESSAGES = new Form("a list of messages", JsonNode::isArray);
    static final Form MESSAGE_OR_LIST =
            new Form("a message or a list of them", node -> node.isObject() || node.isArray());
    static final Form TEXT_OR_MESSAGES =
            new Form("text or a list of messages", node -> node.isString() || node.isArray());
    static final Form TRANSCRIPT = new Form(
            Transcript.ANTHROPIC.expected(),
            node -> node.isString() && Transcript.ANTHROPIC.matches(TextNode.textOf(node)));
    static final Form RESPONSE = new Form(
            "text or the messages of a response",
            node -> node.isString() || (node.isArray() && !beginsWithPrompt(node)));
    static final Form CONVERSATION =
            new Form("the messages of a whole conversation", node -> node.isArray() && beginsWithPrompt(node));
    static final Form LIST_OR_JSON_LIST = new Form(
            "a JSON list",
            node -> node.isArray() || (node.isString() && node.stringValue().startsWith("[")));

    /** An object with such a field. */
    static Form objectWith(String field) {
        return new Form("an object with " + field, node -> node.has(field));
    }

    /** A list of objects with such a field. */
    static Form listWith(String field) {
        return new Form(
                "a list of objects with " + field,
                node -> node.isArray() && !node.isEmpty() && node.get(0).has(field));
    }

    private static boolean beginsWithPrompt(JsonNode messages) {
        return messages.size() > 1 && !messages.get(0).path("role").asString("").equals("assistant");
    }
}

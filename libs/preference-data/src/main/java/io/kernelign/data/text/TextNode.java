package io.kernelign.data.text;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ValueNode;

/** A text in a tree of JSON that stays UTF-8 as long as nobody asks for a string. */
public final class TextNode extends ValueNode {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    public TextNode(Text text) {
        this.text = text;
    }

    /** The text of a node that is one, of whatever class. */
    public static Text textOf(JsonNode node) {
        return node instanceof TextNode utf8 ? utf8.text : Text.of(node.stringValue());
    }

    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.STRING;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_STRING;
    }

    @Override
    public String stringValue() {
        return text.toString();
    }

    @Override
    public String stringValue(String defaultValue) {
        return stringValue();
    }

    @Override
    public Optional<String> stringValueOpt() {
        return Optional.of(stringValue());
    }

    @Override
    protected String _asString() {
        return stringValue();
    }

    @Override
    protected String _valueDesc() {
        return toString();
    }

    @Override
    public void serialize(JsonGenerator json, SerializationContext context) {
        json.writeString(stringValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextNode node && text.equals(node.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

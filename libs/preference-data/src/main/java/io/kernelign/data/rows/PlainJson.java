package io.kernelign.data.rows;

import io.kernelign.data.text.Text;
import io.kernelign.data.text.TextNode;
import io.kernelign.data.text.Unescaped;
import io.kernelign.data.text.Utf8;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON that nearly all rows are written in, with texts that stay UTF-8. It makes what Jackson would, and gives up
 * where it is not sure to: on anything that is wrong, on keys that occur twice or are long, on numbers that are no plain
 * integer or decimal, on half surrogate pairs.
 */
final class PlainJson {

    /** Thrown and caught here: carries nothing. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final GivenUp INSTANCE = new GivenUp();

        private GivenUp() {
            super(null, null, false, false);
        }
    }

    private static final int LONGEST_INTEGER = 18;
    private static final int LONGEST_DECIMAL = 40;
    private static final int LONGEST_KEY = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] json;
    private final int nesting;
    private int at;

    /** All texts read so far, one after the other: together no longer than the JSON. */
    private final byte[] texts;

    private int length;

    private PlainJson(byte[] json, int nesting) {
        this.json = json;
        this.nesting = nesting;
        this.texts = new byte[json.length];
    }

    /**
     * @param json in UTF-8, not to be changed any more
     * @param nesting the most levels
     * @return {@code null} where Jackson has to be asked
     */
    static ObjectNode read(byte[] json, int nesting) {
        try {
            return new PlainJson(json, nesting).whole();
        } catch (GivenUp e) {
            return null;
        }
    }

    private ObjectNode whole() {
        require(next() == '{');
        var object = object(1);
        skipBlanks();
        require(at == json.length);
        return object;
    }

    private JsonNode value(int level) {
        return switch (next()) {
            case '{' -> object(level + 1);
            case '[' -> array(level + 1);
            case '"' -> new TextNode(text());
            case 't' -> literal("true", NODES.booleanNode(true));
            case 'f' -> literal("false", NODES.booleanNode(false));
            case 'n' -> literal("null", NODES.nullNode());
            default -> number();
        };
    }

    private ObjectNode object(int level) {
        require(level <= nesting);
        at++;
        var object = NODES.objectNode();
        if (next() == '}') {
            at++;
            return object;
        }
        while (true) {
            require(next() == '"');
            var name = key();
            require(next() == ':');
            at++;
            require(object.get(name) == null);
            object.set(name, value(level));
            if (ends('}')) {
                return object;
            }
        }
    }

    private ArrayNode array(int level) {
        require(level <= nesting);
        at++;
        var array = NODES.arrayNode();
        if (next() == ']') {
            at++;
            return array;
        }
        while (true) {
            array.add(value(level));
            if (ends(']')) {
                return array;
            }
        }
    }

    /** Whether what stands between values is the end. */
    private boolean ends(char end) {
        byte found = next();
        require(found == end || found == ',');
        at++;
        return found == end;
    }

    private JsonNode literal(String text, JsonNode value) {
        for (int i = 0; i < text.length(); i++) {
            require(at < json.length && json[at] == text.charAt(i));
            at++;
        }
        return value;
    }

    private JsonNode number() {
        int start = at;
        at += json[at] == '-' ? 1 : 0;
        int digits = digits();
        require(digits == 1 || json[at - digits] != '0');
        boolean isInteger = at == json.length || json[at] != '.';
        if (!isInteger) {
            at++;
            require(digits() > 0);
        }
        require(at == json.length || (json[at] != 'e' && json[at] != 'E'));
        require(at - start <= LONGEST_DECIMAL);
        var text = new String(json, start, at - start, StandardCharsets.US_ASCII);
        if (!isInteger) {
            return NODES.numberNode(Double.parseDouble(text));
        }
        require(digits <= LONGEST_INTEGER);
        long number = Long.parseLong(text);
        return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }

    /** How many digits follow, one at least. */
    private int digits() {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        require(at > start);
        return at - start;
    }

    private String key() {
        var key = text();
        require(key.length() <= LONGEST_KEY);
        return key.toString();
    }

    private Text text() {
        int begin = length;
        at++;
        copyUnescaped();
        while (json[at] != '"') {
            unescape();
            copyUnescaped();
        }
        at++;
        return Text.ofUtf8(texts, begin, length);
    }

    /** Copies up to the next quotation mark or reverse solidus. */
    private void copyUnescaped() {
        int copied = Unescaped.copy(json, at, json.length, texts, length);
        at += copied;
        length += copied;
        require(at < json.length && json[at] >= ' ');
    }

    private void unescape() {
        require(at + 1 < json.length);
        byte escaped = json[at + 1];
        at += 2;
        switch (escaped) {
            case 'n' -> texts[length++] = '\n';
            case 't' -> texts[length++] = '\t';
            case 'r' -> texts[length++] = '\r';
            case 'b' -> texts[length++] = '\b';
            case 'f' -> texts[length++] = '\f';
            case '"', '\\', '/' -> texts[length++] = escaped;
            case 'u' -> character();
            default -> throw GivenUp.INSTANCE;
        }
    }

    private void character() {
        int first = fourDigits();
        int character = first;
        if (Character.isSurrogate((char) first)) {
            require(Character.isHighSurrogate((char) first) && isEscapeAhead());
            int second = fourDigits();
            require(Character.isLowSurrogate((char) second));
            character = Character.toCodePoint((char) first, (char) second);
        }
        length = Utf8.put(character, texts, length);
    }

    private boolean isEscapeAhead() {
        boolean isAhead = at + 1 < json.length && json[at] == '\\' && json[at + 1] == 'u';
        at += 2;
        return isAhead;
    }

    private int fourDigits() {
        require(at + 4 <= json.length);
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit((char) (json[at] & 0xFF), 16);
            require(digit >= 0);
            value = value << 4 | digit;
        }
        return value;
    }

    /** The next byte that is no white space. */
    private byte next() {
        skipBlanks();
        require(at < json.length);
        return json[at];
    }

    private void skipBlanks() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n')) {
            at++;
        }
    }

    private static void require(boolean sure) {
        if (!sure) {
            throw GivenUp.INSTANCE;
        }
    }
}

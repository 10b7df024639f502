package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.text.Text;
import io.kernelign.data.text.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** One value of a row and where it stands there. Every method that reads it throws {@link BadRowException}. */
final class Cell {

    private final String path;
    private final JsonNode node;
    private final int longestText;

    /**
     * @param path as defects name it ({@code input.messages[2].role}); empty for the row itself
     * @param node {@code null} where there is nothing
     * @param longestText longest text of one turn, in characters
     */
    Cell(String path, JsonNode node, int longestText) {
        this.path = path;
        this.node = node;
        this.longestText = longestText;
    }

    String path() {
        return path;
    }

    /** Whether there is nothing, or null. */
    boolean isAbsent() {
        return node == null || node.isNull() || node.isMissingNode();
    }

    boolean isNull() {
        return node != null && node.isNull();
    }

    boolean isText() {
        return node != null && node.isString();
    }

    boolean isList() {
        return node != null && node.isArray();
    }

    boolean isObject() {
        return node != null && node.isObject();
    }

    /** Whether this is an object that has such a field. */
    boolean has(String name) {
        return isObject() && node.has(name);
    }

    /** A field of this object; of what is absent it is what is absent, so that a defect names the first that is. */
    Cell at(String name) {
        if (isAbsent() && !path.isEmpty()) {
            return this;
        }
        if (!isObject()) {
            throw malformed("an object with " + name);
        }
        return new Cell(path.isEmpty() ? name : path + "." + name, node.get(name), longestText);
    }

    /** Another value at the same place. */
    Cell holding(JsonNode other) {
        return new Cell(path, other, longestText);
    }

    /** The elements of this list, which may have none. */
    List<Cell> elements(String expected) {
        require(expected);
        if (!isList()) {
            throw malformed(expected);
        }
        var elements = new ArrayList<Cell>();
        for (var element : node) {
            elements.add(new Cell(path + "[" + elements.size() + "]", element, longestText));
        }
        return elements;
    }

    /** The elements of this list, one at least. */
    List<Cell> someElements(String expected) {
        var elements = elements(expected);
        if (elements.isEmpty()) {
            throw new BadRowException(DefectKind.EMPTY_FIELD, path, expected, "[]");
        }
        return elements;
    }

    /** A text that is not blank. */
    Text text() {
        return checked(anyText("text"));
    }

    /** A text that may be blank or absent; empty then. */
    Optional<Text> textIfAny() {
        return isAbsent()
                ? Optional.empty()
                : Optional.of(bounded(anyText("text"))).filter(text -> !text.isBlank());
    }

    /** A text of any length that is of no turn but of several. */
    Text longText() {
        return Texts.checked(path, anyText("text"), Integer.MAX_VALUE);
    }

    /** A text, number or truth value, as text; empty when absent or blank. */
    Optional<String> label() {
        if (isAbsent()) {
            return Optional.empty();
        }
        if (!node.isValueNode()) {
            throw malformed("text, a number or a truth value");
        }
        var text = isText() ? TextNode.textOf(node) : Text.of(node.asString());
        return Optional.of(bounded(text)).filter(label -> !label.isBlank()).map(Text::toString);
    }

    /** A number above 0; empty when absent. */
    Optional<Double> weight() {
        if (isAbsent()) {
            return Optional.empty();
        }
        var weight = finite().filter(number -> number > 0);
        if (weight.isEmpty()) {
            throw malformed("a number above 0");
        }
        return weight;
    }

    /** A finite number. */
    double number() {
        require("a number");
        return finite().orElseThrow(() -> malformed("a number"));
    }

    /** A whole number from {@code least} to {@code most}; 3.0 is whole. */
    int wholeNumber(int least, int most) {
        var expected = "a whole number from " + least + " to " + most;
        require(expected);
        return finite().filter(number -> number == Math.rint(number) && number >= least && number <= most)
                .orElseThrow(() -> malformed(expected))
                .intValue();
    }

    /** The number that this is, if it is one that a double can hold. */
    private Optional<Double> finite() {
        var number = node.isNumber() ? node.doubleValueOpt() : OptionalDouble.empty();
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? Optional.of(number.getAsDouble())
                : Optional.empty();
    }

    /** The text if it is not blank, not too long and can be written as UTF-8. */
    Text checked(Text text) {
        return Texts.checked(path, text, longestText);
    }

    /** As {@link #checked}, but a blank text will do. */
    Text bounded(Text text) {
        return Texts.bounded(path, text, longestText);
    }

    /** As {@link #bounded}, of a part of a text that can be written as UTF-8. */
    Text limited(Text part) {
        return Texts.limited(path, part, longestText);
    }

    /** The text that this is, whatever it says. */
    Text anyText(String expected) {
        require(expected);
        if (!isText()) {
            throw malformed(expected);
        }
        return TextNode.textOf(node);
    }

    /** The same as a string: a word that is compared with others. */
    String word(String expected) {
        return anyText(expected).toString();
    }

    /** Throws if this is absent. */
    void require(String expected) {
        if (isAbsent()) {
            var found = node == null || node.isMissingNode() ? "nothing" : "null";
            throw new BadRowException(DefectKind.MISSING_FIELD, path, expected, found);
        }
    }

    BadRowException malformed(String expected) {
        return bad(DefectKind.MALFORMED_FIELD, expected);
    }

    BadRowException bad(DefectKind kind, String expected) {
        return new BadRowException(kind, path, expected, node.toString());
    }
}

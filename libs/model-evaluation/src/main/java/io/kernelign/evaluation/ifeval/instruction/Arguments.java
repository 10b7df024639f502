package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The arguments of one instruction, read by name; each must be there. */
final class Arguments {

    private final JsonNode given;
    private final Set<String> read = new LinkedHashSet<>();

    Arguments(JsonNode given) {
        this.given = given;
    }

    /** A whole number from 0. */
    int count(String name) {
        return number(name, 0, Integer.MAX_VALUE, "a whole number from 0");
    }

    /** A whole number in a range. */
    int number(String name, int least, int most) {
        return number(name, least, most, "a whole number from " + least + " to " + most);
    }

    private int number(String name, int least, int most, String accepted) {
        var value = value(name);
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw refusal(name, value, accepted);
        }
        int number = value.asInt();
        if (number < least || number > most) {
            throw refusal(name, value, accepted);
        }
        return number;
    }

    Threshold threshold(String relation, String number) {
        var value = value(relation);
        var named = Threshold.Relation.named(value.isString() ? value.asString() : "");
        if (named.isEmpty()) {
            throw refusal(relation, value, Threshold.Relation.ACCEPTED);
        }
        return new Threshold(named.get(), count(number));
    }

    /** A text without white space around it, and not empty. */
    String text(String name) {
        return PythonString.strip(text(name, value(name)));
    }

    /** The same of one that is also a regular expression, as the authors' checker takes words. */
    String expression(String name) {
        return PythonString.strip(expression(name, value(name)));
    }

    /** One of some texts, word for word. */
    String oneOf(String name, Set<String> accepted) {
        var value = value(name);
        if (!value.isString() || !accepted.contains(value.asString())) {
            throw refusal(name, value, "one of " + String.join(", ", accepted));
        }
        return value.asString();
    }

    /** A single character; a letter in lower case. */
    int character(String name) {
        var value = value(name);
        var text = value.isString() ? PythonString.lower(value.asString()) : "";
        if (PythonString.isBlank(text) || text.codePointCount(0, text.length()) != 1) {
            throw refusal(name, value, "a single letter");
        }
        return text.codePointAt(0);
    }

    /** At least one of those, with the white space around them. */
    List<String> expressions(String name) {
        var values = value(name);
        if (!values.isArray() || values.isEmpty()) {
            throw refusal(name, values, "a list of at least one text");
        }
        return values.valueStream().map(value -> expression(name, value)).toList();
    }

    private static String text(String name, JsonNode value) {
        if (!value.isString() || PythonString.isBlank(value.asString())) {
            throw refusal(name, value, "a text that is not empty");
        }
        return value.asString();
    }

    private static String expression(String name, JsonNode value) {
        var text = text(name, value);
        try {
            Pattern.compile(text);
            return text;
        } catch (PatternSyntaxException e) {
            throw refusal(name, value, "a word or a regular expression");
        }
    }

    private JsonNode value(String name) {
        read.add(name);
        var value = given.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private static InvalidInputException refusal(String name, JsonNode found, String accepted) {
        return new InvalidInputException(
                found.isMissingNode()
                        ? FieldError.missing(name, accepted)
                        : FieldError.unacceptable(name, found, accepted));
    }

    /** Call it last. */
    void refuseUnread() {
        for (var argument : given.properties()) {
            if (!read.contains(argument.getKey()) && !argument.getValue().isNull()) {
                var accepted = read.isEmpty() ? "no argument" : "only " + String.join(", ", read);
                throw refusal(argument.getKey(), argument.getValue(), accepted);
            }
        }
    }
}

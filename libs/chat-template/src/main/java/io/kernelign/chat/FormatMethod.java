package io.kernelign.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 'a {} b {name}'.format(value, name=value)}: plain fields only, without attributes, conversions or widths. */
final class FormatMethod {

    private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{([A-Za-z_0-9]*)}|[{}]");

    private FormatMethod() {}

    static Object apply(Object text, String name, Arguments arguments) {
        var fields = FIELD.matcher((String) text);
        var formatted = new StringBuilder();
        int next = 0;
        while (fields.find()) {
            var value = fields.group(1) == null
                    ? brace(fields.group())
                    : PythonPrinter.str(
                            value(fields.group(1).isEmpty() ? "" + next++ : fields.group(1), arguments),
                            arguments.meter());
            arguments.meter().grow(value.length());
            fields.appendReplacement(formatted, Matcher.quoteReplacement(value));
        }
        arguments.meter().grow(((String) text).length());
        return fields.appendTail(formatted).toString();
    }

    private static String brace(String found) {
        if (found.length() == 2) {
            return found.substring(1);
        }
        throw new Fault("format supports only fields such as {}, {0} and {name}");
    }

    private static Object value(String field, Arguments arguments) {
        if (arguments.named().containsKey(field)) {
            return arguments.named().get(field);
        }
        if (field.matches("\\d{1,4}")
                && Integer.parseInt(field) < arguments.positional().size()) {
            return arguments.positional().get(Integer.parseInt(field));
        }
        throw new Fault("format has no argument for {" + field + "}");
    }
}

package io.kernelign.chat;

import io.kernelign.chat.Token.Kind;
import java.util.List;
import java.util.function.IntPredicate;

/** The tokens between {@code {{} and {@code }}}, or between {@code {%} and {@code %}}. */
final class ExpressionLexer {

    private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
    private static final String OPERATORS = "+-*/%~[](){}<>=.:|,";

    private final String source;
    private final String close;
    private final LineCounter lines;
    private final List<Token> tokens;
    private int position;
    private int openBrackets;

    ExpressionLexer(String source, String close, LineCounter lines, List<Token> tokens) {
        this.source = source;
        this.close = close;
        this.lines = lines;
        this.tokens = tokens;
    }

    /** Returns where the closing mark, with its sign, begins. */
    int run(int start) {
        position = start;
        while (position < source.length()) {
            if (openBrackets == 0 && atClose()) {
                return position;
            }
            next();
        }
        throw new TemplateException(lines.of(start), "a tag is not closed by " + close);
    }

    private boolean atClose() {
        char c = source.charAt(position);
        boolean signed = c == '-' || (c == '+' && close.charAt(0) == '%');
        return source.startsWith(close, signed ? position + 1 : position);
    }

    private void next() {
        char c = source.charAt(position);
        int start = position;
        if (PythonText.isSpace(c)) {
            position++;
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            position = end(start, Character::isUnicodeIdentifierPart);
            add(Kind.NAME, source.substring(start, position), start);
        } else if (isDigit(c)) {
            number(start);
        } else if (c == '\'' || c == '"') {
            string(start);
        } else {
            operator(start);
        }
    }

    private void number(int start) {
        position = end(start, c -> isDigit(c) || c == '_');
        var kind = Kind.INTEGER;
        if (isDigit(at(position + 1)) && at(position) == '.') {
            position = end(position + 1, ExpressionLexer::isDigit);
            kind = Kind.FLOAT;
        }
        if (at(position) == 'e' || at(position) == 'E') {
            int sign = at(position + 1) == '-' || at(position + 1) == '+' ? 2 : 1;
            if (isDigit(at(position + sign))) {
                position = end(position + sign, ExpressionLexer::isDigit);
                kind = Kind.FLOAT;
            }
        }
        add(kind, source.substring(start, position).replace("_", ""), start);
    }

    private void string(int start) {
        char quote = source.charAt(start);
        int end = start + 1;
        while (at(end) != quote) {
            end += at(end) == '\\' ? 2 : 1;
            if (end >= source.length()) {
                throw new TemplateException(lines.of(start), "a string is not closed by " + quote);
            }
        }
        position = end + 1;
        add(Kind.STRING, StringLiteral.decode(source.substring(start + 1, end), lines.of(start)), start);
    }

    private void operator(int start) {
        var operator = LONG_OPERATORS.stream()
                .filter(o -> source.startsWith(o, start))
                .findFirst()
                .orElse(source.substring(start, start + 1));
        if (operator.length() == 1 && OPERATORS.indexOf(operator.charAt(0)) < 0) {
            throw new TemplateException(lines.of(start), "unexpected character '" + operator + "'");
        }
        openBrackets += switch (operator) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
        position = start + operator.length();
        add(Kind.OPERATOR, operator, start);
    }

    private int end(int start, IntPredicate part) {
        int end = start;
        while (end < source.length() && part.test(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void add(Kind kind, String text, int at) {
        tokens.add(new Token(kind, text, lines.of(at)));
    }
}

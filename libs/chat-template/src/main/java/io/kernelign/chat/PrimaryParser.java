package io.kernelign.chat;

import io.kernelign.chat.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Literals, names, and what stands in brackets. */
final class PrimaryParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    PrimaryParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression parse() {
        return switch (cursor.peek().kind()) {
            case NAME -> named(cursor.next().text());
            case STRING -> text();
            case INTEGER -> new Expression.Literal(integer());
            case FLOAT -> new Expression.Literal(Double.valueOf(cursor.next().text()));
            case OPERATOR -> bracketed();
            default -> throw cursor.unexpected("a value");
        };
    }

    private static Expression named(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Literal(true);
            case "false", "False" -> new Expression.Literal(false);
            case "none", "None" -> new Expression.Literal(null);
            default -> new Expression.Name(name);
        };
    }

    /** Neighbouring texts are one. */
    private Expression text() {
        var text = new StringBuilder();
        while (cursor.at(Kind.STRING)) {
            text.append(cursor.next().text());
        }
        return new Expression.Literal(text.toString());
    }

    private Long integer() {
        try {
            return Long.valueOf(cursor.peek().text());
        } catch (NumberFormatException e) {
            throw cursor.fault("the number " + cursor.peek().text() + " is too large");
        } finally {
            cursor.next();
        }
    }

    private Expression bracketed() {
        if (cursor.accept("(")) {
            return group();
        }
        if (cursor.accept("[")) {
            return new Expression.ListOf(items("]", new ArrayList<>()));
        }
        if (cursor.accept("{")) {
            return mapping();
        }
        throw cursor.unexpected("a value");
    }

    private Expression group() {
        if (cursor.accept(")")) {
            return new Expression.TupleOf(List.of());
        }
        var first = expressions.parse();
        if (cursor.accept(")")) {
            return first;
        }
        cursor.expect(",");
        return new Expression.TupleOf(items(")", new ArrayList<>(List.of(first))));
    }

    private List<Expression> items(String close, List<Expression> items) {
        while (!cursor.accept(close)) {
            items.add(expressions.parse());
            if (!cursor.atOperator(close)) {
                cursor.expect(",");
            }
        }
        return items;
    }

    private Expression mapping() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!cursor.accept("}")) {
            var key = expressions.parse();
            cursor.expect(":");
            entries.put(key, expressions.parse());
            if (!cursor.atOperator("}")) {
                cursor.expect(",");
            }
        }
        return new Expression.MapOf(entries);
    }
}

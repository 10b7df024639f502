package io.kernelign.chat;

import io.kernelign.chat.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows a value: attributes, subscripts, calls, then filters and tests. */
final class PostfixParser {

    private static final Set<String> ENDS_A_TEST = Set.of("else", "or", "and", "is", "if", "in", "not");

    private final Cursor cursor;
    private final Symbols symbols;
    private final ExpressionParser expressions;
    private final PrimaryParser primary;

    PostfixParser(Cursor cursor, Symbols symbols, ExpressionParser expressions) {
        this.cursor = cursor;
        this.symbols = symbols;
        this.expressions = expressions;
        this.primary = new PrimaryParser(cursor, expressions);
    }

    /** A value with its attributes, subscripts and calls. */
    Expression parse() {
        return access(primary.parse());
    }

    /** What a value becomes by the filters and tests that follow it. */
    Expression filters(Expression start) {
        var value = start;
        while (true) {
            int line = cursor.peek().line();
            if (cursor.accept("|")) {
                value = filtered(value, line);
            } else if (cursor.acceptName("is")) {
                value = tested(value, line);
            } else if (cursor.atOperator("(")) {
                value = access(value);
            } else {
                return value;
            }
        }
    }

    private Expression access(Expression start) {
        var value = start;
        while (true) {
            if (cursor.accept(".")) {
                value = attribute(value);
            } else if (cursor.accept("[")) {
                value = subscript(value);
            } else if (cursor.atOperator("(")) {
                value = call(value);
            } else {
                return value;
            }
            expressions.count();
        }
    }

    private Expression attribute(Expression object) {
        return cursor.at(Kind.INTEGER)
                ? new Subscript(object, primary.parse())
                : new Attribute(object, cursor.expectName());
    }

    private Expression subscript(Expression object) {
        var bounds = new ArrayList<Expression>();
        bounds.add(cursor.atOperator(":") ? null : expressions.parse());
        if (cursor.accept("]")) {
            return new Subscript(object, bounds.get(0));
        }
        while (bounds.size() < 3 && cursor.accept(":")) {
            bounds.add(cursor.atOperator(":") || cursor.atOperator("]") ? null : expressions.parse());
        }
        cursor.expect("]");
        return new Slice(object, bounds.get(0), bounds.get(1), bounds.size() > 2 ? bounds.get(2) : null);
    }

    private Expression call(Expression callee) {
        int line = cursor.peek().line();
        if (callee instanceof Expression.Name name) {
            symbols.called(name.name(), line);
        } else if (callee instanceof Attribute attribute) {
            Symbols.requireMethod(attribute.name(), line);
        }
        return new Call(callee, arguments());
    }

    private Call.CallArguments arguments() {
        cursor.expect("(");
        var positional = new ArrayList<Expression>();
        Map<String, Expression> named = new LinkedHashMap<>();
        Expression rest = null;
        Expression namedRest = null;
        while (!cursor.accept(")")) {
            if (cursor.accept("*")) {
                rest = expressions.parse();
            } else if (cursor.accept("**")) {
                namedRest = expressions.parse();
            } else if (rest == null && namedRest == null) {
                argument(positional, named);
            } else {
                throw cursor.fault("an argument after one with a star");
            }
            if (!cursor.atOperator(")")) {
                cursor.expect(",");
            }
        }
        return new Call.CallArguments(positional, named, rest, namedRest);
    }

    private void argument(List<Expression> positional, Map<String, Expression> named) {
        var value = expressions.parse();
        if (value instanceof Expression.Name name && cursor.accept("=")) {
            named.put(name.name(), expressions.parse());
        } else if (named.isEmpty()) {
            positional.add(value);
        } else {
            throw cursor.fault("an argument without a name after one with a name");
        }
    }

    private Expression filtered(Expression subject, int line) {
        expressions.count();
        var name = cursor.expectName();
        Symbols.requireFilter(name, line);
        var arguments = cursor.atOperator("(") ? arguments() : Call.CallArguments.NONE;
        switch (name) {
            case "map" -> literal(arguments, 0).forEach(inner -> Symbols.requireFilter(inner, line));
            case "select", "reject" -> literal(arguments, 0).forEach(test -> Symbols.requireTest(test, line));
            case "selectattr", "rejectattr" -> literal(arguments, 1).forEach(test -> Symbols.requireTest(test, line));
            default -> {}
        }
        return new Filtered(subject, name, arguments);
    }

    private static List<String> literal(Call.CallArguments arguments, int index) {
        return arguments.positional().size() > index
                        && arguments.positional().get(index) instanceof Expression.Literal literal
                        && literal.value() instanceof String name
                ? List.of(name)
                : List.of();
    }

    private Expression tested(Expression subject, int line) {
        expressions.count();
        boolean negated = cursor.acceptName("not");
        var name = cursor.expectName();
        Symbols.requireTest(name, line);
        var test = new Tested(subject, name, testArguments());
        return negated ? new Expression.Not(test) : test;
    }

    /** Arguments in brackets, or one value without: {@code is divisibleby 3}. */
    private Call.CallArguments testArguments() {
        if (cursor.atOperator("(")) {
            return arguments();
        }
        boolean value =
                switch (cursor.peek().kind()) {
                    case NAME -> !ENDS_A_TEST.contains(cursor.peek().text());
                    case STRING, INTEGER, FLOAT -> true;
                    case OPERATOR -> cursor.atOperator("[") || cursor.atOperator("{");
                    default -> false;
                };
        return value ? Call.CallArguments.of(List.of(parse())) : Call.CallArguments.NONE;
    }
}

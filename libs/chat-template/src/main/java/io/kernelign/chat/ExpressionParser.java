package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Operators, from the loosest ({@code a if b else c}) to the tightest ({@code -a}); {@link PostfixParser} goes on. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> JOINS = Set.of("~");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");
    /** Bounds the depth of the tree that a long chain of operators becomes. */
    private static final int LONGEST = 1_000;

    private final Cursor cursor;
    private final PostfixParser postfix;
    private int operators;

    ExpressionParser(Cursor cursor, Symbols symbols) {
        this.cursor = cursor;
        this.postfix = new PostfixParser(cursor, symbols, this);
    }

    /** A whole expression, as in {@code {{ }}}. */
    Expression parse() {
        cursor.enter();
        var value = parseUnconditional();
        while (cursor.acceptName("if")) {
            count();
            var condition = parseUnconditional();
            var otherwise = cursor.acceptName("else") ? parse() : null;
            value = new Expression.Conditional(condition, value, otherwise);
        }
        cursor.leave();
        return value;
    }

    /** A whole expression or several with commas between them, which are a tuple. */
    Expression parseTuple() {
        var first = parse();
        if (!cursor.atOperator(",")) {
            return first;
        }
        var items = new ArrayList<>(List.of(first));
        while (cursor.accept(",")) {
            items.add(parse());
        }
        return new Expression.TupleOf(items);
    }

    /** An expression that does not take a following {@code if} as its own. */
    Expression parseUnconditional() {
        var left = parseAnd();
        while (cursor.acceptName("or")) {
            count();
            left = new Expression.Logic(false, left, parseAnd());
        }
        return left;
    }

    private Expression parseAnd() {
        var left = parseNot();
        while (cursor.acceptName("and")) {
            count();
            left = new Expression.Logic(true, left, parseNot());
        }
        return left;
    }

    private Expression parseNot() {
        if (!cursor.atNames("not", "in") && cursor.acceptName("not")) {
            cursor.enter();
            var not = new Expression.Not(parseNot());
            cursor.leave();
            return not;
        }
        return parseComparison();
    }

    private Expression parseComparison() {
        var first = parseSum();
        var rest = new ArrayList<Comparison.Operand>();
        for (var operator = comparison(); operator != null; operator = comparison()) {
            rest.add(new Comparison.Operand(operator, parseSum()));
        }
        return rest.isEmpty() ? first : new Comparison(first, rest);
    }

    private String comparison() {
        if (COMPARISONS.contains(cursor.peek().text()) && cursor.at(Token.Kind.OPERATOR)) {
            return cursor.next().text();
        }
        if (cursor.atNames("not", "in")) {
            cursor.next();
            cursor.next();
            return "not in";
        }
        return cursor.acceptName("in") ? "in" : null;
    }

    private Expression parseSum() {
        return chain(SUMS, () -> chain(JOINS, () -> chain(PRODUCTS, this::parseFiltered)));
    }

    private Expression chain(Set<String> operators, Supplier<Expression> operand) {
        var left = operand.get();
        while (cursor.at(Token.Kind.OPERATOR)
                && operators.contains(cursor.peek().text())) {
            count();
            left = new Arithmetic(cursor.next().text(), left, operand.get());
        }
        return left;
    }

    /** Filters and tests apply to a value with its sign: {@code -3|abs} is 3. */
    private Expression parseFiltered() {
        return postfix.filters(parseSigned());
    }

    private Expression parseSigned() {
        if (!cursor.atOperator("-") && !cursor.atOperator("+")) {
            return postfix.parse();
        }
        var sign = cursor.next().text();
        cursor.enter();
        var signed = new Arithmetic(sign, new Expression.Literal(0L), parseSigned());
        cursor.leave();
        return signed;
    }

    /** Counts one operator of the expression at hand. */
    void count() {
        if (++operators > LONGEST) {
            throw cursor.fault("an expression has more than " + LONGEST + " operators");
        }
    }

    /** Begins a statement's expressions. */
    Expression fresh(Supplier<Expression> parse) {
        operators = 0;
        return parse.get();
    }
}

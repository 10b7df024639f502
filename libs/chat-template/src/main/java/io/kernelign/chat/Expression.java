package io.kernelign.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of the syntax tree that has a value. */
sealed interface Expression
        permits Arithmetic,
                Attribute,
                Call,
                Comparison,
                Expression.Conditional,
                Expression.ListOf,
                Expression.Literal,
                Expression.Logic,
                Expression.MapOf,
                Expression.Name,
                Expression.Not,
                Expression.TupleOf,
                Filtered,
                Slice,
                Subscript,
                Tested {

    /** The value in a scope; {@link #evaluate} is the way to ask for it. */
    Object in(Scope scope);

    default Object evaluate(Scope scope) {
        var value = in(scope);
        scope.meter().evaluated(value);
        return value;
    }

    record Literal(Object value) implements Expression {
        @Override
        public Object in(Scope scope) {
            return value;
        }
    }

    record Name(String name) implements Expression {
        @Override
        public Object in(Scope scope) {
            return scope.find(name);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> items) implements Expression {
        @Override
        public Object in(Scope scope) {
            return all(items, scope);
        }
    }

    /** {@code (a, b)}. */
    record TupleOf(List<Expression> items) implements Expression {
        @Override
        public Object in(Scope scope) {
            return Tuple.of(all(items, scope));
        }
    }

    private static List<Object> all(List<Expression> items, Scope scope) {
        var values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(item.evaluate(scope)));
        return values;
    }

    record MapOf(Map<Expression, Expression> entries) implements Expression {
        @Override
        public Object in(Scope scope) {
            var map = new LinkedHashMap<String, Object>();
            entries.forEach((key, value) -> {
                if (!(key.evaluate(scope) instanceof String name)) {
                    throw new Fault("a mapping's keys must be texts");
                }
                map.put(name, value.evaluate(scope));
            });
            return map;
        }
    }

    /** @param otherwise {@code null} where the template has no {@code else} */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public Object in(Scope scope) {
            if (Values.isTrue(condition.evaluate(scope))) {
                return then.evaluate(scope);
            }
            return otherwise == null ? new Undefined("the missing else") : otherwise.evaluate(scope);
        }
    }

    /** {@code and}, {@code or}: the value of the operand that decides. */
    record Logic(boolean and, Expression left, Expression right) implements Expression {
        @Override
        public Object in(Scope scope) {
            var value = left.evaluate(scope);
            return Values.isTrue(value) == and ? right.evaluate(scope) : value;
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Object in(Scope scope) {
            return !Values.isTrue(operand.evaluate(scope));
        }
    }
}

package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** {@code object[begin:end:step]} of a list or text; absent bounds are {@code null}. */
record Slice(Expression object, Expression begin, Expression end, Expression step) implements Expression {

    @Override
    public Object in(Scope scope) {
        var subject = object.evaluate(scope);
        if (subject instanceof String text) {
            return of(text, scope);
        }
        if (subject instanceof List<?> list) {
            return of(list, scope);
        }
        throw subject instanceof Undefined undefined
                ? undefined.fault()
                : new Fault("a " + Values.typeName(subject) + " cannot be sliced");
    }

    private String of(String text, Scope scope) {
        scope.meter().grow(text.length());
        var points = text.codePoints().toArray();
        var taken = new StringBuilder();
        visit(points.length, scope, i -> taken.appendCodePoint(points[i]));
        return taken.toString();
    }

    private List<Object> of(List<?> list, Scope scope) {
        scope.meter().grow(list.size());
        var taken = new ArrayList<Object>();
        visit(list.size(), scope, i -> taken.add(list.get(i)));
        return list instanceof Tuple ? Tuple.of(taken) : taken;
    }

    private void visit(int size, Scope scope, IntConsumer take) {
        long stride = bound(step, 1, scope);
        if (stride == 0) {
            throw new Fault("a slice's step is 0");
        }
        long least = stride > 0 ? 0 : -1;
        long from = clamp(bound(begin, stride > 0 ? 0 : Long.MAX_VALUE, scope), size, least);
        long to = end == null && stride < 0 ? -1 : clamp(bound(end, Long.MAX_VALUE, scope), size, least);
        for (long i = from; stride > 0 ? i < to : i > to; i += stride) {
            take.accept((int) i);
        }
    }

    /** A bound as Python counts it, from the end when negative, moved into the sequence. */
    private static long clamp(long bound, int size, long least) {
        long counted = bound < 0 ? bound + size : bound;
        return Math.max(least, Math.min(counted, size + least));
    }

    private static long bound(Expression expression, long fallback, Scope scope) {
        var value = expression == null ? null : expression.evaluate(scope);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Long number) {
            return Math.max(Integer.MIN_VALUE, Math.min(number, Integer.MAX_VALUE));
        }
        throw new Fault("a slice's bound is a " + Values.typeName(value) + ", not a whole number");
    }
}

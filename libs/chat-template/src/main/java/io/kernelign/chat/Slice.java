package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;

/** {@code object[begin:end:step]} of a list or text; absent bounds are {@code null}. */
record Slice(Expression object, Expression begin, Expression end, Expression step) implements Expression {

    @Override
    public Object in(Scope scope) {
        var subject = object.evaluate(scope);
        if (!(subject instanceof List || subject instanceof String)) {
            throw subject instanceof Undefined undefined
                    ? undefined.fault()
                    : new Fault("a " + Values.typeName(subject) + " cannot be sliced");
        }
        var elements = Values.elements(subject);
        long stride = bound(step, 1, scope);
        if (stride == 0) {
            throw new Fault("a slice's step is 0");
        }
        int size = elements.size();
        long least = stride > 0 ? 0 : -1;
        long from = clamp(bound(begin, stride > 0 ? 0 : Long.MAX_VALUE, scope), size, least);
        long to = end == null && stride < 0 ? -1 : clamp(bound(end, Long.MAX_VALUE, scope), size, least);
        var taken = new ArrayList<Object>();
        for (long i = from; stride > 0 ? i < to : i > to; i += stride) {
            taken.add(elements.get((int) i));
        }
        scope.meter().grow(size);
        return subject instanceof String ? String.join("", taken.toArray(String[]::new)) : taken;
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

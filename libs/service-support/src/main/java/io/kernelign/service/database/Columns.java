package io.kernelign.service.database;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Rows as columns, which one statement takes as arrays. */
public final class Columns {

    private Columns() {}

    public static <R, T> T[] of(Collection<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}

package io.kernelign.service.page;

import io.kernelign.contracts.Page;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.List;
import java.util.function.Function;

/** How listings are cut into pages. */
public final class Pages {

    private static final int MOST = 100;

    private Pages() {}

    /**
     * @param limit what the caller asked for; refused unless 1 to 100
     * @return how many records to look up: one more than are shown, to know whether a page follows
     */
    public static int lookup(int limit) {
        return within(limit, MOST) + 1;
    }

    /**
     * @param limit what the caller asked for; refused unless 1 to {@code most}
     * @return the same
     */
    public static int within(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new InvalidInputException(
                    FieldError.unacceptable("limit", limit, "a whole number from 1 to " + most));
        }
        return limit;
    }

    /**
     * @param found up to {@link #lookup} records, newest first
     * @param cursor the place of a record in the listing
     */
    public static <R, V> Page<V> of(List<R> found, int limit, Function<R, V> view, Function<R, Cursor> cursor) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursor.apply(shown.get(limit - 1)).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}

package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.pair.PairLookup;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.service.page.Pages;
import java.io.IOException;
import java.nio.file.Path;

/** Pages of canonical pairs. */
final class PairPage {

    /** Looked through in a second or so. */
    private static final long MOST_BYTES = 64 << 20;

    private PairPage() {}

    /**
     * @param cursor the {@code next} of the page before; {@code null} for the first
     * @throws io.kernelign.input.InvalidInputException a page cannot be like that
     */
    static Page<PreferencePair> of(Path canonical, PairFilter wanted, String cursor, int limit) throws IOException {
        Pages.lookup(limit);
        long place = PageStart.read(cursor);
        try {
            var found = PairLookup.find(canonical, place, limit, MOST_BYTES, wanted);
            return new Page<>(
                    found.pairs(),
                    found.next().isPresent() ? Long.toString(found.next().getAsLong()) : null);
        } catch (IllegalArgumentException e) {
            throw PageStart.refused(cursor);
        }
    }
}

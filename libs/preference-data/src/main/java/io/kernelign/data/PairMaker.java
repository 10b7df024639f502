package io.kernelign.data;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.layout.Columns;
import io.kernelign.data.layout.Findings;
import io.kernelign.data.layout.Layout;
import io.kernelign.data.layout.RowReader;
import io.kernelign.data.rows.CutRow;
import io.kernelign.data.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes pairs of rows. */
final class PairMaker {

    /** How many bytes the pairs of a row may have for each of its own to be held ready in memory. */
    private static final int PREPARED_BYTES = 8;

    private final RowReader reader;
    private final ImportOptions options;
    private final FileSides sides;

    PairMaker(Layout layout, ImportOptions options, FileSides sides) {
        this.reader = layout.reader(options.layout());
        this.options = options;
        this.sides = sides;
    }

    /**
     * Does on any thread what needs no other row, and leaves the rest to whoever asks for the outcome, row by row in their
     * order.
     */
    Supplier<RowOutcome> begin(CutRow cut) {
        var row = cut.read();
        if (reader.spansRows()) {
            return () -> outcome(row, 0);
        }
        var outcome = outcome(row, (long) PREPARED_BYTES * cut.bytes());
        return () -> outcome;
    }

    /** What was kept back; after the last row. */
    RowOutcome rest() {
        var found = new Findings();
        reader.finish(found);
        return outcome(found, 0);
    }

    private RowOutcome outcome(Row row, long bytesAtOnce) {
        if (row instanceof Row.Unreadable unreadable) {
            return RowOutcome.bad(unreadable.flaw().at(row.place()));
        }
        var found = new Findings();
        try {
            reader.read(columns((Row.Readable) row), found);
        } catch (BadRowException e) {
            return RowOutcome.bad(e.at(row.place()));
        }
        return outcome(found, bytesAtOnce);
    }

    private Columns columns(Row.Readable row) {
        return new Columns(
                row.place(),
                row.columns(),
                options.split().ownColumn(),
                sides.of(row.place()),
                options.limits().textCharacters());
    }

    private static RowOutcome outcome(Findings found, long bytesAtOnce) {
        return new RowOutcome(pairs(found.pairs(), bytesAtOnce), found.rules(), found.defects());
    }

    /** Prepared all at once where they are small, else one by one as they are asked for. */
    private static Iterable<PreparedPair> pairs(List<Findings.Found> found, long bytesAtOnce) {
        long bytes = 0;
        for (var it : found) {
            bytes += it.pair().bytes();
        }
        if (bytes > bytesAtOnce) {
            return () -> found.stream().map(PreparedPair::of).iterator();
        }
        var all = new ArrayList<PreparedPair>(found.size());
        for (var it : found) {
            all.add(PreparedPair.of(it));
        }
        return all;
    }
}

package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.Quota;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Takes in all rows of an import: whatever the order of the rows decides happens here, on one thread. */
final class Intake {

    private final PairMaker maker;
    private final RowTally tally;
    private final CanonicalFile pairs;
    private final LongConsumer progress;

    Intake(PairMaker maker, RowTally tally, CanonicalFile pairs, LongConsumer progress) {
        this.maker = maker;
        this.tally = tally;
        this.pairs = pairs;
        this.progress = progress;
    }

    /** @param workers threads that look at rows */
    void take(SourceFiles files, Quota quota, int workers) throws IOException {
        try (var pipeline = new RowPipeline<>(workers, maker::begin, this::take)) {
            try {
                for (var file : files.all()) {
                    file.forEach(pipeline::put, quota);
                }
            } catch (UnusableInputException e) {
                // The rows before the damage count as read.
                pipeline.finish();
                throw e;
            }
            pipeline.finish();
        }
        var rest = maker.rest();
        tally.add(rest);
        addPairs(rest);
    }

    private void take(Supplier<RowOutcome> row) throws IOException {
        var outcome = row.get();
        tally.addRow(outcome);
        addPairs(outcome);
        progress.accept(tally.rows());
    }

    private void addPairs(RowOutcome outcome) throws IOException {
        for (var pair : outcome.pairs()) {
            tally.addPair(pair, pairs.add(pair));
        }
    }
}

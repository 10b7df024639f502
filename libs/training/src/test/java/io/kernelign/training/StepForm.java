package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.lm.decoder.PackedRows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way to compute the loss of a step and its gradients. Time and memory depend on it, and no number.
 *
 * @param chunk most rows of logits that exist at once
 * @param referenceKept whether what the reference says was kept in an earlier epoch
 * @param trunkKept whether what leaves the layers below the first that trains is kept
 * @param layersRecomputed whether backward computes the layers again
 * @param batches how many batches the step accumulates
 */
record StepForm(
        Layout layout, int chunk, boolean referenceKept, boolean trunkKept, boolean layersRecomputed, int batches) {

    /** What a forward pass reads of a pair. */
    enum Layout {
        PACKED(row -> Stream.of(row)),
        TWO_ROWS(row -> Stream.of(
                new PackedRows.Row(row.prompt(), row.chosen(), new long[0]),
                new PackedRows.Row(row.prompt(), new long[0], row.rejected())));

        private final Function<PackedRows.Row, Stream<PackedRows.Row>> parts;

        Layout(Function<PackedRows.Row, Stream<PackedRows.Row>> parts) {
            this.parts = parts;
        }

        /** The response tokens stand in the same order in every layout. */
        PackedRows rows(List<EncodedPair> pairs) {
            return PackedRows.of(
                    pairs.stream().map(EncodedPair::row).flatMap(parts).toList());
        }
    }

    private static final int ALL_ROWS = Integer.MAX_VALUE;

    /** Two rows for a pair, all logits at once, nothing kept, nothing computed again, one batch. */
    static final StepForm PLAIN = new StepForm(Layout.TWO_ROWS, ALL_ROWS, false, false, false, 1);

    /** Every combination; where there is no trunk, none that keeps it. */
    static List<StepForm> all(boolean hasTrunk) {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(1, 7, 32, ALL_ROWS).flatMap(chunk -> either().flatMap(reference ->
                        either().flatMap(trunk -> either().flatMap(layers -> Stream.of(1, 8)
                                .map(batches -> new StepForm(layout, chunk, reference, trunk, layers, batches)))))))
                .filter(form -> hasTrunk || !form.trunkKept)
                .toList();
    }

    private static Stream<Boolean> either() {
        return Stream.of(false, true);
    }

    Head inChunks(Head head) {
        return head.inChunks(chunk);
    }
}

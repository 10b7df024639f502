package io.kernelign.gateway.dataset;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.service.page.Cursor;
import java.time.Instant;

/**
 * A data set.
 *
 * @param format the layout that its rows had
 * @param contentHash SHA-256 (hex) of the canonical pairs; equal for equal content
 * @param pairsKey blob key of the canonical pairs
 * @param rows rows of the uploaded file
 * @param badRows rows that were left out
 */
public record DatasetView(
        String id,
        String name,
        String format,
        String contentHash,
        String pairsKey,
        long rows,
        long badRows,
        long pairs,
        long trainPairs,
        long heldOutPairs,
        Instant createdAt) {

    /** What the services behind the gateway need of it. */
    public DatasetRef ref() {
        return new DatasetRef(id, name, contentHash, pairsKey, trainPairs, heldOutPairs);
    }

    /** Its place in the listing. */
    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}

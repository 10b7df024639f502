package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;

/**
 * A preference pair in tokens.
 *
 * @param id identity of the pair
 * @param task tag of the pair; {@code null} when it has none
 */
public record EncodedPair(String id, String task, PackedRows.Row row) {

    /** Tokens that a forward pass reads for it. */
    public int length() {
        return row.length();
    }
}

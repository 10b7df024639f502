package io.kernelign.contracts;

/**
 * A stored data set, as the services behind the gateway see it.
 *
 * @param id the gateway's id, {@code ds_...}
 * @param contentHash SHA-256 (hex) of the canonical pairs
 * @param pairsKey blob key of the canonical pairs (JSON Lines, one pair a line, each with its split)
 * @param trainPairs number of pairs to train on
 * @param heldOutPairs number of pairs held out for evaluation
 */
public record DatasetRef(
        String id, String name, String contentHash, String pairsKey, long trainPairs, long heldOutPairs) {

    /** Its pairs of both sides. */
    public long allPairs() {
        return trainPairs + heldOutPairs;
    }
}

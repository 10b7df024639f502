package io.kernelign.data;

import io.kernelign.data.pair.PreferencePair;

/**
 * A pair that is not written yet.
 *
 * @param pair with the side that the data set gives it, or none
 * @param prompt the hash of its prompt
 */
record HashedPair(PreferencePair pair, long prompt) {}

package io.kernelign.data.layout;

import io.kernelign.data.defect.Place;
import io.kernelign.data.pair.Split;

/**
 * Where a pair comes from.
 *
 * @param place of its row
 * @param split the side on which its row wants it; {@code null} when the row does not say
 */
public record Origin(Place place, Split split) {}

package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;

/**
 * How much a data set may ask for.
 *
 * @param lineBytes longest row of a text (in JSON Lines: a line), in bytes
 * @param nesting deepest nesting of objects and lists in a row
 * @param unpackedBytes size of all files together after decompression, in bytes
 * @param unpackingRatio unpacked over packed size of a file must be below it; looked at once 16 MiB are unpacked
 * @param textCharacters longest text of one turn, in UTF-16 characters
 */
public record Limits(int lineBytes, int nesting, long unpackedBytes, int unpackingRatio, int textCharacters) {

    private static final long RATIO_COUNTS_FROM = 16 << 20;

    public static final Limits DEFAULT = new Limits(4 << 20, 64, 10_000_000_000L, 200, 1 << 18);

    public Limits {
        positive("lineBytes", lineBytes);
        positive("nesting", nesting);
        positive("unpackedBytes", unpackedBytes);
        positive("unpackingRatio", unpackingRatio);
        positive("textCharacters", textCharacters);
    }

    /** @throws UnusableInputException so many bytes out of so few are more than the limit allows */
    public void checkRatio(long unpacked, long packed) {
        if (unpacked > RATIO_COUNTS_FROM && unpacked / packed >= unpackingRatio) {
            throw new UnusableInputException(
                    "file",
                    "unpacked to " + unpacked + " bytes out of " + packed,
                    "a compression ratio below the limit of " + unpackingRatio);
        }
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new UnusableInputException("limits." + name, Long.toString(value), "a whole number from 1");
        }
    }
}

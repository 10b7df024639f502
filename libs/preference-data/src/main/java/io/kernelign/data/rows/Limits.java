package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;

/**
 * How much a file may ask for.
 *
 * @param lineBytes longest line, in bytes
 * @param nesting deepest nesting of objects and lists in a row
 * @param unpackedBytes size of the file after decompression, in bytes
 * @param unpackingRatio unpacked over packed size; looked at once 16 MiB are unpacked
 * @param textCharacters longest text of one turn, in UTF-16 characters
 */
public record Limits(int lineBytes, int nesting, long unpackedBytes, int unpackingRatio, int textCharacters) {

    public static final Limits DEFAULT = new Limits(4 << 20, 64, 10_000_000_000L, 200, 1 << 18);

    public Limits {
        positive("lineBytes", lineBytes);
        positive("nesting", nesting);
        positive("unpackedBytes", unpackedBytes);
        positive("unpackingRatio", unpackingRatio);
        positive("textCharacters", textCharacters);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new UnusableInputException("limits." + name, Long.toString(value), "a whole number from 1");
        }
    }
}

package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.UnusableInputException;

/** Parquet files that cannot be read. */
final class Damage {

    private Damage() {}

    /** @param how as a phrase: {@code a footer of 5 bytes in a file of 3} */
    static UnusableInputException of(String how) {
        return new UnusableInputException("file", "Parquet with " + how, "an intact Parquet file");
    }

    /** Something that the format has and that is not read here. */
    static UnusableInputException unsupported(String what, String accepted) {
        return new UnusableInputException("file", "Parquet with " + what, accepted);
    }
}

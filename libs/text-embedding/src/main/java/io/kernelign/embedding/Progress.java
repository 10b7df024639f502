package io.kernelign.embedding;

/** Hears how far a long computation has come, and may stop it by throwing. */
@FunctionalInterface
public interface Progress {

    /** @param share of the work done, 0 to 1 */
    void done(double share);
}

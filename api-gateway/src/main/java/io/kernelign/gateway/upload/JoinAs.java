package io.kernelign.gateway.upload;

/** What the parts of an upload are to each other. */
enum JoinAs {
    /** Pieces of one file. */
    BYTES,
    /** Files of one data set. */
    FILES
}

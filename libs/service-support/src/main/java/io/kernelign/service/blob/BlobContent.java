package io.kernelign.service.blob;

import java.io.IOException;
import java.io.OutputStream;

/** Produces a blob's content; when it throws, nothing is stored. */
@FunctionalInterface
public interface BlobContent {

    /** Writes everything to the stream; must not close it. */
    void writeTo(OutputStream out) throws IOException;
}

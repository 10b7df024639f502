package io.kernelign.benchmarks.platform;

import java.io.IOException;

/** A part of the platform that can be killed and started again. */
public interface Victim {

    String name();

    /** Ends it as {@code kill -9} does. */
    void kill() throws IOException;

    /** Starts it again; {@link #awaitUp} tells when it answers. */
    void start() throws IOException;

    /** @throws IOException when it does not come up */
    void awaitUp() throws IOException, InterruptedException;
}

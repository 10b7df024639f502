package io.kernelign.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file that a server has and gives from any byte on; as a text it is what a sentence calls it. */
public interface RemoteFile {

    /** What the listener is told. */
    String name();

    /** As a sentence names who is asked. */
    String server();

    /**
     * The most bytes that are taken.
     *
     * @param told whether the server tells how many there are
     */
    long most(boolean told);

    /**
     * Asks for it.
     *
     * @param from first byte wanted; 0 for all
     * @throws IOException when it may be had later, {@link CannotResumeException} among them
     * @throws FetchException when it will not be
     */
    Opened open(long from) throws IOException;

    /** Its content, as it comes. */
    interface Opened extends Closeable {

        /** The first byte that comes: the one wanted, or 0. */
        long from();

        /** Bytes of the whole file; -1 where the server does not tell. */
        long total();

        InputStream body() throws IOException;

        /** What the whole has to be; empty where nobody says. */
        Optional<Checksum> promised();
    }
}

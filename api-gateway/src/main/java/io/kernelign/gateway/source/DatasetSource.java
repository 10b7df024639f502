package io.kernelign.gateway.source;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A place elsewhere that has a data set; as a text it is what people may know of it, without secrets. */
public interface DatasetSource {

    /** What a data set from here is called unless the caller names it. */
    String name();

    /**
     * The files that it has now, at least one.
     *
     * @throws FetchException when it has none, or none can be had
     */
    List<OfferedFile> offer(FetchListener listener) throws InterruptedException;

    /**
     * Brings one of the files here unless it is; it goes on with what an earlier try has brought.
     *
     * @param longest bytes that it may have
     * @param target where it goes; what has come of it lies beside it
     * @throws FetchException when it cannot be had
     * @throws IOException when it cannot be kept
     */
    void fetch(OfferedFile file, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException;
}

package io.kernelign.fetch;

/** Hears how a fetch goes. Whatever it throws ends the fetch; what was fetched until then is kept for the next try. */
public interface FetchListener {

    /** Called many times a second, also while there is nothing to tell. */
    void check();

    /**
     * Called after each piece of a file.
     *
     * @param bytes of the file that are here
     * @param total size of the file; -1 where the server does not tell
     */
    void fetched(String file, long bytes, long total);

    /** Something failed that may pass; it is tried again. */
    void delayed(String sentence);
}

package io.kernelign.gateway.dataset;

/** Follows an import, and ends it by throwing. */
public interface ImportWatch {

    /** Of an import that nobody follows. */
    ImportWatch NONE = new ImportWatch() {
        @Override
        public void rows(long count) {}

        @Override
        public void recorded(String dataset) {}
    };

    /** So many rows have been read; called after each. */
    void rows(long count);

    /** The data set is about to be there: called in the transaction that records it, which fails with what this throws. */
    void recorded(String dataset);
}

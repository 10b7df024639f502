package io.kernelign.gateway.dataset;

import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Canonical pairs in the blob store: equal content is stored once, for as long as a data set needs it. */
@Component
class PairBlobs {

    private final BlobStore blobs;
    private final DatasetRepository datasets;

    PairBlobs(BlobStore blobs, DatasetRepository datasets) {
        this.blobs = blobs;
        this.datasets = datasets;
    }

    static String key(String contentHash) {
        return "datasets/" + contentHash + ".jsonl";
    }

    /** Stores the pairs unless they are there. To be called with the hash locked. */
    void keep(String contentHash, Path pairs) throws IOException {
        if (!blobs.exists(key(contentHash))) {
            blobs.put(key(contentHash), pairs);
        }
    }

    /** Deletes the pairs if no data set needs them any more. */
    @Transactional
    void sweep(String contentHash) throws IOException {
        datasets.lock(contentHash);
        if (datasets.countByContentHash(contentHash) == 0) {
            blobs.delete(key(contentHash));
        }
    }

    /** The first pairs of a data set. */
    List<PreferencePair> first(String pairsKey, int limit) throws IOException {
        var first = new ArrayList<PreferencePair>();
        try (var pairs = new PairReader(blobs.open(pairsKey))) {
            while (first.size() < limit && pairs.hasNext()) {
                first.add(pairs.next());
            }
        }
        return first;
    }
}

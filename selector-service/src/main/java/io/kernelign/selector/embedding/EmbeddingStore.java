package io.kernelign.selector.embedding;

import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.selector.sample.PairSample;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.blob.BlobStoreAwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Embeddings as blobs: computed when they are not there, or not whole, and read otherwise. */
@Component
public class EmbeddingStore {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingStore.class);

    private final BlobStore blobs;

    EmbeddingStore(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * The vectors of a sample.
     *
     * @param key the blob's key, which must name data set, encoder and sample
     * @param progress hears how far embedding has come; not called when nothing is left to do
     */
    public EmbeddedPairs embed(String key, EmbeddingModel model, PairSample sample, Progress progress)
            throws IOException {
        var kept = find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        var vectors = BatchedEmbedding.of(model, sample.texts(), progress);
        blobs.put(key, out -> EmbeddingFile.write(out, model.name(), vectors, sample.pairs()));
        return EmbeddingFile.read(blobs.localPath(key));
    }

    /** Whether the vectors are there and whole. */
    boolean holds(String key) {
        try {
            return find(key).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<EmbeddedPairs> find(String key) throws IOException {
        if (!blobs.exists(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmbeddingFile.read(blobs.localPath(key)));
        } catch (BlobStoreAwayException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("{} is damaged and made again", key, e);
            return Optional.empty();
        }
    }
}

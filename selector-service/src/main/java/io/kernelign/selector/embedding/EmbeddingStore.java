package io.kernelign.selector.embedding;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.data.sample.PairSample;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.blob.BlobStoreAwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Embeddings as blobs; one that is not whole counts as not there. */
@Component
public class EmbeddingStore {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingStore.class);

    private final BlobStore blobs;

    EmbeddingStore(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * The vectors of a sample, as far as they are kept.
     *
     * @param key the blob's key, which must name data set and encoder
     */
    public SampleEmbedding open(String key, EmbeddingModel model, PairSample sample) throws IOException {
        var embedding = new SampleEmbedding(model, sample);
        find(key).ifPresent(embedding::restore);
        return embedding;
    }

    /** Keeps the vectors of some pairs, all of them covered. */
    public void keep(String key, SampleEmbedding embedding, List<EmbeddedPair> pairs) throws IOException {
        blobs.put(key, out -> embedding.write(out, pairs));
    }

    /** Whether the vectors are there and whole. */
    boolean holds(String key) {
        try {
            return find(key).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vectors of pairs; empty where there are none, or they are not whole. */
    Optional<EmbeddedPairs> find(String key) throws IOException {
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

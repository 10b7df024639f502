package io.kernelign.selector.embedding;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingsView;
import io.kernelign.data.sample.PairSampler;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The embeddings of every pair of a data set and the fit to them, one data set at a time. What is done stands in the blob store and nowhere
 * else: a process that dies in the middle leaves nothing, and the next question begins anew.
 */
@Component
class DatasetEmbeddings implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetEmbeddings.class);

    private record Work(double progress, String error) {}

    private final BlobStore blobs;
    private final EmbeddingStore store;
    private final EmbeddingFits fits;
    private final EmbeddingModel encoder;
    private final Map<String, Work> works = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DatasetEmbeddings::daemon);

    DatasetEmbeddings(BlobStore blobs, EmbeddingStore store, EmbeddingFits fits, Encoders encoders) {
        this.blobs = blobs;
        this.store = store;
        this.fits = fits;
        this.encoder = encoders.own();
    }

    EmbeddingsView of(DatasetRef dataset) {
        var key = "embeddings/%s/%s-pairs.safetensors".formatted(dataset.contentHash(), encoder.name());
        if (!works.containsKey(key) && store.holds(key)) {
            var fit = fits.place(dataset);
            if (fit.isPresent() || !fittable(dataset)) {
                return new EmbeddingsView(encoder.name(), 1, key, fit.orElse(null), null);
            }
        }
        var work = works.computeIfAbsent(key, absent -> begin(key, dataset));
        if (work.error != null) {
            works.remove(key, work);
        }
        return new EmbeddingsView(encoder.name(), Math.min(work.progress, 0.999), null, null, work.error);
    }

    private static boolean fittable(DatasetRef dataset) {
        return dataset.trainPairs() > 0;
    }

    private Work begin(String key, DatasetRef dataset) {
        thread.execute(() -> {
            try {
                compute(key, dataset);
                works.remove(key);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} could not be embedded", dataset.id(), e);
                works.put(key, new Work(0, String.valueOf(e.getMessage())));
            }
        });
        return new Work(0, null);
    }

    private void compute(String key, DatasetRef dataset) throws IOException {
        try (var canonical = blobs.open(dataset.pairsKey())) {
            var sample = PairSampler.all(canonical);
            var embedding = store.open(key, encoder, sample);
            embedding.cover(sample.pairs(), share -> works.put(key, new Work(share, null)));
            store.keep(key, embedding, sample.pairs());
        }
        if (fittable(dataset)) {
            fits.of(dataset, key, share -> {});
        }
    }

    /** Nothing is lost when the process ends in the middle, so it need not wait. */
    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "dataset-embeddings");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}

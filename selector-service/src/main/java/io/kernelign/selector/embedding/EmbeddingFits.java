package io.kernelign.selector.embedding;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingFitView;
import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.data.embedding.FitFile;
import io.kernelign.data.sample.PairSampler;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.Progress;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.blob.BlobStoreAwayException;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What kernels on the embeddings that jobs read take from a data set, as blobs. It is fitted once for each data set, to the
 * same pairs whoever asks first, so that it depends on nothing but the data; one that is not whole counts as not there.
 */
@Component
public class EmbeddingFits {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingFits.class);

    /** Most pairs to fit to: 3,000 vectors, of which a median and a shrunk covariance need no more. */
    private static final int PAIRS = 1_000;

    private static final int SEED = 0;

    private final BlobStore blobs;
    private final EmbeddingStore embeddings;
    private final EmbeddingModel encoder;

    EmbeddingFits(BlobStore blobs, EmbeddingStore embeddings, Encoders encoders) {
        this.blobs = blobs;
        this.embeddings = embeddings;
        this.encoder = encoders.own();
    }

    /**
     * The fit of a data set with training pairs, made when it is not there.
     *
     * @param vectors key of embeddings of some of its pairs, which need not be computed again
     * @param progress hears the share of what is missing that is embedded
     * @throws io.kernelign.objective.embedding.UnusableEmbeddingsException if all embeddings are equal
     */
    public EmbeddingFitView of(DatasetRef dataset, String vectors, Progress progress) throws IOException {
        var kept = find(dataset);
        var spread = kept.isPresent() ? kept.get() : fit(dataset, vectors, progress);
        return new EmbeddingFitView(
                key(dataset),
                encoder.name(),
                Math.min(PAIRS, dataset.trainPairs()),
                spread.dimension(),
                spread.median());
    }

    /** Where the fit of a data set stands; empty when it is not there. */
    Optional<String> place(DatasetRef dataset) {
        try {
            return find(dataset).map(there -> key(dataset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<EmbeddingSpread> find(DatasetRef dataset) throws IOException {
        var key = key(dataset);
        if (!blobs.exists(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmbeddingSpread.read(FitFile.read(blobs.localPath(key), origin(dataset))));
        } catch (BlobStoreAwayException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is damaged and made again", key, e);
            return Optional.empty();
        }
    }

    private EmbeddingSpread fit(DatasetRef dataset, String vectors, Progress progress) throws IOException {
        try (var canonical = blobs.open(dataset.pairsKey())) {
            var sample = PairSampler.draw(canonical, dataset.trainPairs(), PAIRS, SEED);
            var embedding = embeddings.open(vectors, encoder, sample);
            embedding.cover(sample.pairs(), progress);
            var spread = spread(embedding, sample.pairs());
            blobs.put(key(dataset), out -> FitFile.write(out, origin(dataset), spread.toArrays()));
            return spread;
        }
    }

    private static EmbeddingSpread spread(SampleEmbedding embedding, List<EmbeddedPair> pairs) {
        try (var scope = Scope.plain()) {
            return EmbeddingSpread.of(
                    stacked(embedding, pairs, EmbeddedPair::prompt),
                    stacked(embedding, pairs, EmbeddedPair::chosen),
                    stacked(embedding, pairs, EmbeddedPair::rejected));
        }
    }

    private static Tensor stacked(
            SampleEmbedding embedding, List<EmbeddedPair> pairs, ToIntFunction<EmbeddedPair> text) {
        int dimension = embedding.dimension();
        var vector = new float[dimension];
        var all = new float[pairs.size() * dimension];
        for (int i = 0; i < pairs.size(); i++) {
            embedding.copy(text.applyAsInt(pairs.get(i)), vector);
            System.arraycopy(vector, 0, all, i * dimension, dimension);
        }
        return Tensors.of(all, pairs.size(), dimension);
    }

    private String key(DatasetRef dataset) {
        return "embeddings/%s/%s-fit.safetensors".formatted(dataset.contentHash(), encoder.name());
    }

    private EmbeddingOrigin origin(DatasetRef dataset) {
        return new EmbeddingOrigin(encoder.name(), dataset.contentHash());
    }
}

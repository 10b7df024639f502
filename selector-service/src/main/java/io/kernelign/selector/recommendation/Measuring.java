package io.kernelign.selector.recommendation;

import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.PairDistanceCollector;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.selector.advice.Advice;
import io.kernelign.selector.advice.Warnings;
import io.kernelign.selector.embedding.EmbeddingModel;
import io.kernelign.selector.embedding.EmbeddingStore;
import io.kernelign.selector.embedding.Progress;
import io.kernelign.selector.sample.PairSample;
import io.kernelign.selector.sample.PairSampler;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The whole way from stored pairs to findings. */
@Component
class Measuring {

    /** What embedding takes of the time; the rest is for the metrics. */
    private static final double EMBEDDING_SHARE = 0.95;

    private final BlobStore blobs;
    private final EmbeddingStore embeddings;
    private final EmbeddingModel encoder;
    private final Set<String> divergences;

    Measuring(BlobStore blobs, EmbeddingStore embeddings, EmbeddingModel encoder, OfferedDivergences offered) {
        this.blobs = blobs;
        this.embeddings = embeddings;
        this.encoder = encoder;
        this.divergences = offered.names();
    }

    Findings measure(Attempt attempt, Progress progress) throws IOException {
        var options = attempt.options();
        var sample = draw(attempt.dataset(), options);
        var key = embeddingsKey(attempt.dataset(), options);
        var embedded = embeddings.embed(key, encoder, sample, share -> progress.done(share * EMBEDDING_SHARE));
        progress.done(EMBEDDING_SHARE);
        var advice = Advice.of(Measurements.of(distances(embedded), options.seed()), RuleBook.paper(), divergences);
        var pairs = sample.pairs().size();
        return Findings.of(advice, pairs, Warnings.of(pairs, sample.withoutPrompt()), key);
    }

    private PairSample draw(DatasetRef dataset, SelectionOptions options) throws IOException {
        try (var canonical = blobs.open(dataset.pairsKey())) {
            return PairSampler.draw(canonical, dataset.trainPairs(), options.limit(), options.seed());
        }
    }

    /** Every sample that is the whole training side shares one artifact. */
    private static String embeddingsKey(DatasetRef dataset, SelectionOptions options) {
        var sample = dataset.trainPairs() <= options.limit() ? "all" : options.limit() + "-" + options.seed();
        return "embeddings/%s/%s-%s.safetensors".formatted(dataset.contentHash(), options.encoder(), sample);
    }

    private static PairDistances distances(EmbeddedPairs embedded) {
        var collector = new PairDistanceCollector();
        embedded.pairs()
                .forEach(pair -> collector.add(
                        embedded.vector(pair.prompt()),
                        embedded.vector(pair.chosen()),
                        embedded.vector(pair.rejected())));
        return collector.distances();
    }
}

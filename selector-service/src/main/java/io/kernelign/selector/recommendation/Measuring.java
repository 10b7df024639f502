package io.kernelign.selector.recommendation;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingFitView;
import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.sample.PairSample;
import io.kernelign.data.sample.PairSampler;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.Progress;
import io.kernelign.selector.advice.SampleFacts;
import io.kernelign.selector.advice.Verdicts;
import io.kernelign.selector.advice.Warnings;
import io.kernelign.selector.embedding.EmbeddingFits;
import io.kernelign.selector.embedding.EmbeddingStore;
import io.kernelign.selector.embedding.Encoders;
import io.kernelign.selector.embedding.SampleEmbedding;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The whole way from stored pairs to findings. */
@Component
class Measuring {

    /** What embedding takes of the time; the rest is for the metrics. */
    private static final double EMBEDDING_SHARE = 0.95;

    private static final int RESAMPLES = 200;

    private final BlobStore blobs;
    private final EmbeddingStore embeddings;
    private final EmbeddingFits fits;
    private final Encoders encoders;
    private final Set<String> divergences;

    Measuring(
            BlobStore blobs,
            EmbeddingStore embeddings,
            EmbeddingFits fits,
            Encoders encoders,
            OfferedDivergences offered) {
        this.blobs = blobs;
        this.embeddings = embeddings;
        this.fits = fits;
        this.encoders = encoders;
        this.divergences = offered.names();
    }

    /**
     * Takes more pairs until the choice stands, or there are no more to take. Smaller samples of one seed are beginnings of
     * larger ones, so all of them share one artifact.
     */
    Findings measure(Attempt attempt, Progress progress) throws IOException {
        var options = attempt.options();
        var sample = draw(attempt.dataset(), options);
        var encoder = encoders.named(options.encoder(), options.model());
        var key = "embeddings/%s/%s-%d.safetensors"
                .formatted(attempt.dataset().contentHash(), encoder.name(), options.seed());
        var embedding = embeddings.open(key, encoder, sample);
        var sampling = Sampling.of(sample.pairs().size(), attempt.dataset().trainPairs());
        while (true) {
            var pairs = sample.first(sampling.measured());
            boolean embedded = embedding.cover(pairs, share -> progress.done(share * EMBEDDING_SHARE));
            var data = Bootstrap.of(distances(embedding, pairs), RESAMPLES, options.seed());
            var verdicts =
                    Verdicts.of(data, sample.usable(pairs), options.encoder(), options.thresholds(), divergences);
            if (Sampling.enough(verdicts.advice().stability()) || sampling.measured() == sampling.drawn()) {
                if (embedded) {
                    embeddings.keep(key, embedding, pairs);
                }
                var facts = SampleFacts.of(sample, pairs, heldOutPrompts(attempt.dataset(), sample));
                var fit = readsEmbeddings(verdicts, encoder)
                        ? Optional.of(fits.of(attempt.dataset(), key, share -> progress.done(EMBEDDING_SHARE)))
                        : Optional.<EmbeddingFitView>empty();
                return Findings.of(verdicts, sampling, Warnings.of(facts, verdicts.fallback()), key, fit);
            }
            sampling = sampling.more();
        }
    }

    /** Plain DPO has no kernel on embeddings, and jobs read no embeddings but those of one encoder. */
    private boolean readsEmbeddings(Verdicts verdicts, EmbeddingModel encoder) {
        return !verdicts.advice().plain() && encoder == encoders.own();
    }

    private PairSample draw(DatasetRef dataset, SelectionOptions options) throws IOException {
        try (var canonical = blobs.open(dataset.pairsKey())) {
            return PairSampler.draw(canonical, dataset.trainPairs(), options.limit(), options.seed());
        }
    }

    private Set<String> heldOutPrompts(DatasetRef dataset, PairSample sample) throws IOException {
        try (var canonical = blobs.open(dataset.pairsKey())) {
            return PairSampler.heldOutPrompts(canonical, new HashSet<>(sample.texts()));
        }
    }

    private static PairDistances distances(SampleEmbedding embedding, List<EmbeddedPair> pairs) {
        return PairDistances.of(pairs.size(), embedding.dimension(), (i, prompt, chosen, rejected) -> {
            var pair = pairs.get(i);
            embedding.copy(pair.prompt(), prompt);
            embedding.copy(pair.chosen(), chosen);
            embedding.copy(pair.rejected(), rejected);
        });
    }
}

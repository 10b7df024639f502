package io.kernelign.selector.embedding;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.data.embedding.TextVectors;
import io.kernelign.data.sample.PairSample;
import io.kernelign.embedding.BatchedEmbedding;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The vectors of a sample's texts, each embedded when the first pair that needs it is asked for. */
public final class SampleEmbedding {

    private final EmbeddingModel model;
    private final PairSample sample;
    private final float[][] vectors;

    SampleEmbedding(EmbeddingModel model, PairSample sample) {
        this.model = model;
        this.sample = sample;
        this.vectors = new float[sample.texts().size()][];
    }

    /** Takes over what was embedded before, for any pairs of the same data set. */
    void restore(EmbeddedPairs kept) {
        var byLine = sample.pairs().stream().collect(Collectors.toMap(EmbeddedPair::line, Function.identity()));
        for (var pair : kept.pairs()) {
            var wanted = byLine.get(pair.line());
            if (wanted != null) {
                vectors[wanted.prompt()] = kept.vector(pair.prompt());
                vectors[wanted.chosen()] = kept.vector(pair.chosen());
                vectors[wanted.rejected()] = kept.vector(pair.rejected());
            }
        }
    }

    /**
     * Embeds what the pairs need and is not there yet.
     *
     * @param progress hears the share of the sample's texts that are there
     * @return whether anything was left to do
     */
    public boolean cover(List<EmbeddedPair> pairs, Progress progress) {
        var missing = texts(pairs).filter(text -> vectors[text] == null).toArray();
        int there = (int) Stream.of(vectors).filter(vector -> vector != null).count();
        var embedded = BatchedEmbedding.of(
                model,
                IntStream.of(missing).mapToObj(sample.texts()::get).toList(),
                share -> progress.done((there + share * missing.length) / vectors.length));
        for (int i = 0; i < missing.length; i++) {
            vectors[missing[i]] = embedded[i];
        }
        return missing.length > 0;
    }

    /** Of every vector; some text must have been covered. */
    public int dimension() {
        return Stream.of(vectors).filter(vector -> vector != null).findFirst().orElseThrow().length;
    }

    /** Copies the vector of a text that has been covered. */
    public void copy(int text, float[] into) {
        System.arraycopy(vectors[text], 0, into, 0, into.length);
    }

    /** Writes some pairs, all of them covered, with their vectors. */
    void write(OutputStream out, List<EmbeddedPair> pairs) throws IOException {
        var used = texts(pairs).toArray();
        var rows = IntStream.of(used).mapToObj(text -> vectors[text]).toArray(float[][]::new);
        var moved = pairs.stream()
                .map(pair -> new EmbeddedPair(
                        pair.line(),
                        Arrays.binarySearch(used, pair.prompt()),
                        Arrays.binarySearch(used, pair.chosen()),
                        Arrays.binarySearch(used, pair.rejected())))
                .toList();
        EmbeddingFile.write(out, model.name(), TextVectors.of(rows), moved);
    }

    private static IntStream texts(List<EmbeddedPair> pairs) {
        return pairs.stream()
                .flatMapToInt(pair -> IntStream.of(pair.prompt(), pair.chosen(), pair.rejected()))
                .distinct()
                .sorted();
    }
}

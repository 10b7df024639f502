package io.kernelign.benchmarks.selection;

import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.ImportReport;
import io.kernelign.data.PairImport;
import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.sample.PairSample;
import io.kernelign.data.sample.PairSampler;
import io.kernelign.embedding.BatchedEmbedding;
import io.kernelign.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Subsets of one data set, of many sizes. */
final class Subsets {

    static final int SMALLEST = 100;

    private static final int OF_EACH_SIZE = 8;

    private Subsets() {}

    /**
     * None when the file is no preference data, or too small.
     *
     * @param counted pairs of other data sets, which are left out; those of this one are added
     */
    static List<PairDistances> of(Path file, EmbeddingModel encoder, int most, CountedPairs counted)
            throws IOException {
        var canonical = Files.createTempFile("pairs", ".jsonl");
        try {
            var report = PairImport.run(
                    List.of(new DataFile(file.getFileName().toString(), file)),
                    canonical,
                    ImportOptions.DEFAULT.skipping(1));
            var sample = counted.without(sample(canonical, report, most));
            counted.add(canonical);
            return of(sample, encoder);
        } catch (UnusableInputException | RejectedDataException e) {
            return List.of();
        } finally {
            Files.deleteIfExists(canonical);
        }
    }

    private static PairSample sample(Path canonical, ImportReport report, int most) throws IOException {
        try (var pairs = Files.newInputStream(canonical)) {
            return PairSampler.draw(pairs, report.trainPairs(), most, 0);
        }
    }

    private static List<PairDistances> of(PairSample sample, EmbeddingModel encoder) {
        if (sample.pairs().size() < SMALLEST) {
            return List.of();
        }
        var vectors = BatchedEmbedding.of(encoder, sample.texts(), share -> {});
        var random = new SplittableRandom(0);
        var subsets = new ArrayList<PairDistances>();
        int all = sample.pairs().size();
        for (int size = SMALLEST; size < all; size *= 2) {
            for (int i = 0; i < OF_EACH_SIZE; i++) {
                subsets.add(distances(vectors, drawn(sample.pairs(), size, random)));
            }
        }
        subsets.add(distances(vectors, sample.pairs()));
        return subsets;
    }

    private static List<EmbeddedPair> drawn(List<EmbeddedPair> pairs, int size, SplittableRandom random) {
        var drawn = new BitSet();
        while (drawn.cardinality() < size) {
            drawn.set(random.nextInt(pairs.size()));
        }
        return drawn.stream().mapToObj(pairs::get).toList();
    }

    private static PairDistances distances(float[][] vectors, List<EmbeddedPair> pairs) {
        return PairDistances.of(pairs.size(), vectors[0].length, (i, prompt, chosen, rejected) -> {
            copy(vectors[pairs.get(i).prompt()], prompt);
            copy(vectors[pairs.get(i).chosen()], chosen);
            copy(vectors[pairs.get(i).rejected()], rejected);
        });
    }

    private static void copy(float[] vector, float[] into) {
        System.arraycopy(vector, 0, into, 0, into.length);
    }
}

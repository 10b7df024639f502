package io.kernelign.embedding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Embeds many texts in batches of about the same length, so that no thread waits long for another. */
public final class BatchedEmbedding {

    private static final int BATCH = 32;

    private BatchedEmbedding() {}

    /**
     * @param progress hears the share of characters after every batch
     * @return one vector a text, in the order given
     */
    public static float[][] of(EmbeddingModel model, List<String> texts, Progress progress) {
        var byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
                .toList();
        long characters = texts.stream().mapToLong(BatchedEmbedding::cost).sum();
        long done = 0;
        var vectors = new float[texts.size()][];
        for (int from = 0; from < byLength.size(); from += BATCH) {
            var batch = byLength.subList(from, Math.min(byLength.size(), from + BATCH));
            var embedded = model.embed(batch.stream().map(texts::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors[batch.get(i)] = embedded.get(i);
                done += cost(texts.get(batch.get(i)));
            }
            progress.done((double) done / characters);
        }
        return vectors;
    }

    private static long cost(String text) {
        return 1 + Math.min(text.length(), EncoderInput.LONGEST);
    }
}

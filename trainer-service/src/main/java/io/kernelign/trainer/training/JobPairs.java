package io.kernelign.trainer.training;

import io.kernelign.data.split.Fold;
import io.kernelign.data.split.PromptFolds;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.PairEmbeddings;
import io.kernelign.training.PairEncoder;
import io.kernelign.training.UntrainableException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All pairs of a job in the tokens of its model.
 *
 * @param weighted pairs whose weight is not 1
 * @param embeddings present exactly when the objective's signal is external
 * @param shared prompts that are trained and evaluated on; empty where a split parts prompts
 */
record JobPairs(
        List<EncodedPair> train,
        List<EncodedPair> heldOut,
        long weighted,
        Optional<PairEmbeddings> embeddings,
        Optional<SharedPrompts> shared) {

    static JobPairs read(JobTraining job, PairEncoder encoder) throws IOException {
        if (job.heldOut().isEmpty()) {
            var pairs = PairTokens.read(job.pairs().pairs(), PairUse.of(job.spec(), folds(job)), encoder);
            job.spec().fold().ifPresent(fold -> requireBothSides(pairs, fold));
            return new JobPairs(
                    pairs.train(),
                    pairs.heldOut(),
                    pairs.weighted(),
                    embeddings(job.pairs(), pairs).map(PairEmbeddings.class::cast),
                    Optional.empty());
        }
        var evaluation = job.heldOut().get();
        var train = PairTokens.read(job.pairs().pairs(), PairUse.TRAIN, encoder);
        var heldOut = PairTokens.read(evaluation.pairs(), PairUse.HELD_OUT, encoder);
        var trained = embeddings(job.pairs(), train);
        var evaluated = embeddings(evaluation, heldOut);
        return new JobPairs(
                train.train(),
                heldOut.heldOut(),
                train.weighted() + heldOut.weighted(),
                trained.map(first -> first.or(evaluated.orElseThrow())),
                Optional.of(SharedPrompts.of(job.pairs().pairs(), evaluation.pairs())));
    }

    private static PromptFolds folds(JobTraining job) throws IOException {
        return job.spec().fold().isEmpty()
                ? PromptFolds.OF_SINGLE_PROMPTS
                : PromptFolds.read(Files.newInputStream(job.pairs().pairs()), job.folder());
    }

    private static void requireBothSides(PairTokens pairs, Fold fold) {
        if (pairs.train().isEmpty() || pairs.heldOut().isEmpty()) {
            throw new UntrainableException(
                    fold + " holds " + (pairs.heldOut().isEmpty() ? "none" : "all") + " of the pairs");
        }
    }

    private static Optional<EmbeddingsByPair> embeddings(PairFile file, PairTokens pairs) throws IOException {
        return file.embeddings().isEmpty()
                ? Optional.empty()
                : Optional.of(EmbeddingsByPair.read(file.embeddings().get(), pairs.lines()));
    }

    /** What a job's record tells of them. */
    Map<String, Object> details() {
        return shared.map(found -> Map.<String, Object>of("sharedPrompts", found.count()))
                .orElse(Map.of());
    }
}

package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.TokenReport;
import io.kernelign.contracts.TokenReportRequest;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.LengthReport;
import io.kernelign.lm.tokenizer.TokenPair;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.training.TrainingSettings;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells how long the pairs of data sets are for models. */
@Component
public class TokenReports {

    /** Takes some ten seconds. */
    private static final int MOST = 20_000;

    private final BaseModels models;
    private final BlobStore blobs;

    TokenReports(BaseModels models, BlobStore blobs) {
        this.models = models;
        this.blobs = blobs;
    }

    /** @throws InvalidInputException when the model is not here, or a limit is out of range */
    public TokenReport of(TokenReportRequest request) throws IOException {
        if (request.dataset().allPairs() == 0) {
            throw new InvalidInputException(
                    FieldError.unacceptable("dataset", request.dataset().id(), "a data set with at least one pair"));
        }
        var settings = TrainingSettings.TYPE.read(request.limits());
        var limits = new LengthLimits(settings.maxLength(), settings.maxPromptLength());
        var model = models.open(request.model());
        try (var tokenizer = model.openTokenizer()) {
            var encoder = ConversationEncoder.of(tokenizer, model.chatTemplate());
            var measure = new Measure(limits);
            sample(
                    request.dataset(),
                    pair -> measure.add(encoder.pair(
                            Conversations.turns(pair.prompt()),
                            Conversations.turns(pair.chosen()),
                            Conversations.turns(pair.rejected()))));
            return measure.report(request);
        }
    }

    /** Every so many pairs one. */
    private void sample(DatasetRef dataset, Consumer<PreferencePair> sink) throws IOException {
        long distance = (dataset.allPairs() + MOST - 1) / MOST;
        try (var reader = new PairReader(blobs.open(dataset.pairsKey()))) {
            for (long line = 0; reader.hasNext(); line++) {
                var pair = reader.next();
                if (line % distance == 0) {
                    sink.accept(pair);
                }
            }
        }
    }

    private static final class Measure {

        private final LengthLimits limits;
        private final LengthTally prompts = new LengthTally(MOST);
        private final LengthTally chosen = new LengthTally(MOST);
        private final LengthTally rejected = new LengthTally(MOST);
        private LengthReport cuts = LengthReport.EMPTY;

        Measure(LengthLimits limits) {
            this.limits = limits;
        }

        void add(TokenPair pair) {
            cuts = cuts.plus(pair, limits.cut(pair));
            prompts.add(pair.prompt().length);
            chosen.add(pair.chosen().length);
            rejected.add(pair.rejected().length);
        }

        TokenReport report(TokenReportRequest request) {
            return new TokenReport(
                    request.model(),
                    limits.maxLength(),
                    limits.maxPromptLength(),
                    request.dataset().allPairs(),
                    cuts.pairs(),
                    prompts.total(),
                    chosen.total(),
                    rejected.total(),
                    (double) cuts.cutPrompts() / cuts.pairs(),
                    (double) cuts.cutResponses() / (2 * cuts.pairs()),
                    cuts.emptyResponses());
        }
    }
}

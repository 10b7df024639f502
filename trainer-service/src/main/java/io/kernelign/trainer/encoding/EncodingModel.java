package io.kernelign.trainer.encoding;

import io.kernelign.contracts.TextEmbeddings;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.PooledTexts;
import java.util.List;
import java.util.stream.IntStream;

/** A model in memory, in float32, by which texts are read; owns it, and what claims its memory. */
final class EncodingModel implements AutoCloseable {

    private final Decoder decoder;
    private final PooledTexts texts;
    private final Claim claim;

    private EncodingModel(Decoder decoder, PooledTexts texts, Claim claim) {
        this.decoder = decoder;
        this.texts = texts;
        this.claim = claim;
    }

    /** @param claim closed with the model, or when it cannot be loaded */
    static EncodingModel load(ModelFolder model, Claim claim) {
        try {
            var decoder = new Decoder(model.config(), WeightLoader.load(model.weights(), model.config()));
            return around(decoder, model, claim);
        } catch (RuntimeException | Error e) {
            claim.close();
            throw e;
        }
    }

    private static EncodingModel around(Decoder decoder, ModelFolder model, Claim claim) {
        try {
            return new EncodingModel(decoder, new PooledTexts(model, decoder), claim);
        } catch (RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
    }

    /** @throws InvalidInputException naming a text of which the tokenizer leaves nothing */
    TextEmbeddings embeddings(PinnedModel name, List<String> input) {
        var tokens = IntStream.range(0, input.size())
                .mapToObj(i -> tokens(i, input.get(i)))
                .toList();
        return TextEmbeddings.of(
                name.toString(),
                texts.vectors(tokens),
                tokens.stream().mapToLong(text -> text.length).sum());
    }

    private long[] tokens(int index, String text) {
        var tokens = texts.tokens(text);
        if (tokens.length == 0) {
            throw new InvalidInputException(FieldError.unacceptable(
                    EmbeddingRequest.INPUT.name() + "[" + index + "]", text, "a text of at least one token"));
        }
        return tokens;
    }

    @Override
    public void close() {
        texts.close();
        decoder.close();
        Torch.releaseFreeMemory();
        claim.close();
    }
}

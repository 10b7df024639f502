package io.kernelign.lm.generation;

import io.kernelign.chat.TemplateException;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.lm.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Answers conversations in the model's own form, several at once. */
public final class Respondent implements AutoCloseable {

    private final Decoder decoder;
    private final Tokenizer tokenizer;
    private final ConversationEncoder conversations;
    private final Set<Long> ends;

    /** @param decoder of the model; stays the caller's */
    public Respondent(ModelFolder model, Decoder decoder) {
        this.decoder = decoder;
        tokenizer = model.openTokenizer();
        conversations = ConversationEncoder.of(tokenizer, model.chatTemplate());
        ends = EndTokens.of(model, tokenizer);
    }

    /**
     * The answer to each conversation.
     *
     * @throws InvalidInputException naming a conversation that is too long or that the chat template refuses
     */
    public List<Answer> answers(List<Asked> asked, Adapter adapter, Sampling sampling, AnswerLimits limits) {
        var prompts = asked.stream().map(this::prompt).toList();
        var stops = new StopTexts(limits.stops(), tokenizer);
        var ending = new Ending(stops.with(ends), limits.tokens(), stops::complete);
        return new Generator(decoder)
                .generate(prompts, adapter, sampling, ending).stream()
                        .map(continuation -> answer(continuation, stops))
                        .toList();
    }

    private static Answer answer(Continuation continuation, StopTexts stops) {
        return new Answer(stops.textOf(continuation.tokens()), continuation.tokens().length, continuation.reason());
    }

    private long[] prompt(Asked asked) {
        var tokens = tokens(asked);
        int most = decoder.config().maxPositions() - 1;
        if (tokens.length == 0 || tokens.length > most) {
            throw new InvalidInputException(FieldError.unacceptable(
                    asked.name(), tokens.length + " tokens", "1 to " + most + " tokens for this model"));
        }
        return Arrays.stream(tokens).asLongStream().toArray();
    }

    private int[] tokens(Asked asked) {
        try {
            return conversations.prompt(asked.messages());
        } catch (TemplateException e) {
            var roles = asked.messages().stream().map(Message::role).toList();
            var accepted = "a conversation that the model's chat template takes";
            var message = asked.name() + " cannot be asked: " + e.getMessage() + "; accepted is " + accepted;
            throw new InvalidInputException(new FieldError(asked.name(), roles.toString(), accepted, message));
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}

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
    private final boolean chats;
    private final Set<Long> ends;

    /** @param decoder of the model; stays the caller's */
    public Respondent(ModelFolder model, Decoder decoder) {
        this.decoder = decoder;
        tokenizer = model.openTokenizer();
        var template = model.chatTemplate();
        chats = template.isPresent();
        conversations = ConversationEncoder.of(tokenizer, template);
        ends = EndTokens.of(model, tokenizer);
    }

    /**
     * The answer to each conversation.
     *
     * @throws InvalidInputException naming a conversation that is too long or that the chat template refuses
     */
    public List<Answer> answers(List<Asked> asked, Adapter adapter, Sampling sampling, AnswerLimits limits) {
        return answers(asked, adapter, sampling, limits, () -> {});
    }

    /**
     * The same.
     *
     * @param check called after every token; what it throws ends all answers and is thrown here
     */
    public List<Answer> answers(
            List<Asked> asked, Adapter adapter, Sampling sampling, AnswerLimits limits, Runnable check) {
        var prompts = asked.stream().map(this::prompt).toList();
        var stops = new StopTexts(limits.stops(), tokenizer);
        var ending = new Ending(stops.with(ends), limits.tokens(), tokens -> {
            check.run();
            return stops.complete(tokens);
        });
        return new Generator(decoder)
                .generate(prompts, adapter, sampling, ending).stream()
                        .map(continuation -> answer(continuation, stops))
                        .toList();
    }

    /**
     * The log-likelihood of each answer of each choice, in nats: the sum over its tokens, as they are tokenized after the
     * conversation.
     *
     * @throws InvalidInputException naming a conversation that is too long or that the chat template refuses
     */
    public List<double[]> logLikelihoods(List<Choice> choices, Adapter adapter) {
        var forks = choices.stream().map(this::fork).toList();
        return new Likelihoods(decoder, adapter).of(forks);
    }

    private Likelihoods.Fork fork(Choice choice) {
        var asked = choice.asked();
        var prompt = tokens(asked);
        var continuations = choice.answers().stream()
                .map(answer -> tokens(new Asked(asked.name(), asked.messages(), asked.opening() + answer)))
                .map(whole -> Arrays.copyOfRange(whole, prompt.length, whole.length))
                .toList();
        int longest =
                continuations.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
        requireRoom(asked, prompt, longest);
        return new Likelihoods.Fork(prompt, continuations);
    }

    /** Whether the model has a chat template; else it continues contents. */
    public boolean chats() {
        return chats;
    }

    /** @throws InvalidInputException naming a conversation that is too long or that the chat template refuses */
    public void check(Asked asked) {
        prompt(asked);
    }

    private static Answer answer(Continuation continuation, StopTexts stops) {
        return new Answer(stops.textOf(continuation.tokens()), continuation.tokens().length, continuation.reason());
    }

    private long[] prompt(Asked asked) {
        var tokens = tokens(asked);
        requireRoom(asked, tokens, 1);
        return tokens;
    }

    private void requireRoom(Asked asked, long[] prompt, int answer) {
        int most = decoder.config().maxPositions() - answer;
        if (prompt.length == 0 || prompt.length > most) {
            throw new InvalidInputException(FieldError.unacceptable(
                    asked.name(), prompt.length + " tokens", "1 to " + most + " tokens for this model"));
        }
    }

    private long[] tokens(Asked asked) {
        try {
            var tokens = conversations.prompt(asked.messages(), asked.opening());
            return Arrays.stream(tokens).asLongStream().toArray();
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

package io.kernelign.standalone.demo;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.generation.Generator;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.standalone.demo.task.AnswerRule;
import io.kernelign.standalone.demo.task.Question;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Asks a model questions that it has not seen and judges its greedy answers by the task's own rule. */
final class Examiner implements AutoCloseable {

    private static final int LONGEST_ANSWER = 64;

    private final Tokenizer tokenizer;
    private final ConversationEncoder conversations;
    private final Decoder decoder;
    private final Generator generator;

    Examiner(Path modelFolder) {
        var folder = ModelFolder.open(modelFolder);
        tokenizer = folder.openTokenizer();
        conversations = ConversationEncoder.of(tokenizer, folder.chatTemplate());
        decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
        generator = new Generator(decoder, Set.of((long) tokenizer.eos().orElseThrow()));
    }

    Decoder decoder() {
        return decoder;
    }

    List<String> answers(List<Question> questions, Adapter adapter) {
        return questions.stream().map(question -> answer(question, adapter)).toList();
    }

    private String answer(Question question, Adapter adapter) {
        var prompt = conversations.prompt(List.of(new Message("user", question.text())));
        var tokens = generator.generate(
                Arrays.stream(prompt).asLongStream().toArray(), adapter, Sampling.GREEDY, LONGEST_ANSWER);
        return tokenizer
                .decodeText(Arrays.stream(tokens).mapToInt(Math::toIntExact).toArray())
                .strip();
    }

    /** Share of the answers that show the preferred behaviour. */
    static double preferredShare(List<Question> questions, List<String> answers) {
        long preferred = 0;
        for (int i = 0; i < questions.size(); i++) {
            preferred +=
                    AnswerRule.judge(questions.get(i).fact(), answers.get(i)).preferred() ? 1 : 0;
        }
        return (double) preferred / questions.size();
    }

    @Override
    public void close() {
        decoder.close();
        tokenizer.close();
    }
}

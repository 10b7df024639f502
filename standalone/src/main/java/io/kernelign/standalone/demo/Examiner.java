package io.kernelign.standalone.demo;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Respondent;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.standalone.demo.task.AnswerRule;
import io.kernelign.standalone.demo.task.Question;
import java.nio.file.Path;
import java.util.List;

/** Asks a model questions that it has not seen and judges its greedy answers by the task's own rule. */
final class Examiner implements AutoCloseable {

    private static final AnswerLimits LIMITS = new AnswerLimits(64, List.of());

    private final Decoder decoder;
    private final Respondent respondent;

    Examiner(Path modelFolder) {
        var folder = ModelFolder.open(modelFolder);
        decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
        respondent = new Respondent(folder, decoder);
    }

    Decoder decoder() {
        return decoder;
    }

    List<String> answers(List<Question> questions, Adapter adapter) {
        var asked = questions.stream()
                .map(question -> new Asked("the question", List.of(new Message("user", question.text()))))
                .toList();
        return respondent.answers(asked, adapter, Sampling.GREEDY, LIMITS).stream()
                .map(answer -> answer.text().strip())
                .toList();
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
        respondent.close();
        decoder.close();
    }
}

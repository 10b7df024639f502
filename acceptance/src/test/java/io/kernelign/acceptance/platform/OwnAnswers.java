package io.kernelign.acceptance.platform;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.generation.Answer;
import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Respondent;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.lm.tokenizer.Message;
import java.nio.file.Path;
import java.util.List;

/** The most probable answers to some questions, each asked alone, with an adapter and without. */
public record OwnAnswers(List<String> tuned, List<String> base) {

    /** @param model a model folder, {@code adapter} one in PEFT's layout that fits it */
    public static OwnAnswers of(Path model, Path adapter, List<String> questions, int tokens) {
        var folder = ModelFolder.open(model);
        var limits = new AnswerLimits(tokens, List.of());
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
                var respondent = new Respondent(folder, decoder);
                var lora = PeftFolder.read(adapter, folder.config())) {
            return new OwnAnswers(
                    answers(respondent, lora, questions, limits), answers(respondent, Adapter.NONE, questions, limits));
        }
    }

    private static List<String> answers(
            Respondent respondent, Adapter adapter, List<String> questions, AnswerLimits limits) {
        return questions.stream()
                .map(question -> new Asked(question, List.of(new Message("user", question))))
                .flatMap(asked -> respondent.answers(List.of(asked), adapter, Sampling.GREEDY, limits).stream())
                .map(Answer::text)
                .toList();
    }
}

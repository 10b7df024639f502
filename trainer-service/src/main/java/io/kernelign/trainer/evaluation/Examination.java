package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.ChoiceQuestion;
import io.kernelign.evaluation.Decoding;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Choice;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.service.endpoint.EndpointException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the questions of one benchmark to a model, some at a time. */
final class Examination implements AutoCloseable {

    /** Most questions that are asked together. */
    static final int MOST_TOGETHER = 64;

    private static final int WRITTEN_TOGETHER = 16;
    private static final int JUDGES = 8;
    private static final String USER = "user";

    private final EvaluatedModel model;
    private final OptionalInt maxTokens;
    private final Runnable check;
    private final ExecutorService scorers;

    /**
     * @param model stays the caller's
     * @param maxTokens most tokens of an answer, where its decoding has more
     * @param judged whether scoring waits for somebody
     * @param check called while answers are written; what it throws ends them
     */
    Examination(EvaluatedModel model, OptionalInt maxTokens, boolean judged, Runnable check) {
        this.model = model;
        this.maxTokens = maxTokens;
        this.check = new Seldom(check);
        scorers = Executors.newFixedThreadPool(judged ? JUDGES : 1, work -> {
            var thread = new Thread(work, "scorer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The questions in their order, cut into what is asked together. */
    static List<List<Question>> batches(List<Question> questions) {
        var batches = new ArrayList<List<Question>>();
        for (int from = 0, to; from < questions.size(); from = to) {
            int most = questions.get(from) instanceof ChoiceQuestion ? MOST_TOGETHER : WRITTEN_TOGETHER;
            to = Math.min(from + most, questions.size());
            batches.add(questions.subList(from, to));
        }
        return batches;
    }

    /**
     * What comes of each question. One that the model cannot read is as one whose answer cannot be judged.
     *
     * @param questions at most {@link #MOST_TOGETHER}
     */
    List<Answered> ask(List<Question> questions) throws InterruptedException {
        var answered = new ArrayList<Answered>();
        var written = new LinkedHashMap<Decoding, List<WrittenQuestion>>();
        var choices = new ArrayList<ChoiceQuestion>();
        for (var question : questions) {
            var refusal = refusal(question);
            if (refusal != null) {
                answered.add(unanswered(question, refusal));
            } else if (question instanceof WrittenQuestion one) {
                written.computeIfAbsent(one.decoding(), decoding -> new ArrayList<>())
                        .add(one);
            } else {
                choices.add((ChoiceQuestion) question);
            }
        }
        answered.addAll(choose(choices));
        for (var group : written.entrySet()) {
            answered.addAll(write(group.getKey(), group.getValue()));
        }
        return answered;
    }

    /** Why the model cannot be asked; {@code null} when it can. */
    private String refusal(Question question) {
        try {
            model.respondent().check(asked(question));
            return null;
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    private static Answered unanswered(Question question, String why) {
        return new Answered(new Result(question.id(), question.group(), Verdict.cannotSay(why), 0), "");
    }

    private Asked asked(Question question) {
        var prompt = question.prompt();
        return model.respondent().chats()
                ? new Asked(question.id(), List.of(new Message(USER, prompt.message())), prompt.opening())
                : new Asked(question.id(), List.of(new Message(USER, prompt.text())));
    }

    private List<Answered> choose(List<ChoiceQuestion> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var choices = questions.stream()
                .map(question -> new Choice(asked(question), question.choices()))
                .toList();
        var likelihoods = model.respondent().logLikelihoods(choices, model.adapter());
        var answered = new ArrayList<Answered>();
        for (int i = 0; i < questions.size(); i++) {
            answered.add(new Answered(questions.get(i).answered(likelihoods.get(i)), ""));
        }
        return answered;
    }

    private List<Answered> write(Decoding decoding, List<WrittenQuestion> questions) throws InterruptedException {
        var asked = questions.stream().map(this::asked).toList();
        var answers = model.respondent().answers(asked, model.adapter(), Sampling.GREEDY, limits(decoding), check);
        var scoring = new ArrayList<Callable<Answered>>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var text = answers.get(i).text();
            scoring.add(() -> scored(question, text));
        }
        var answered = new ArrayList<Answered>();
        for (var scored : scorers.invokeAll(scoring)) {
            try {
                answered.add(scored.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
        return answered;
    }

    /** A model with a chat template ends its answers itself. */
    private AnswerLimits limits(Decoding decoding) {
        int most = Math.min(decoding.maxTokens(), maxTokens.orElse(Integer.MAX_VALUE));
        return new AnswerLimits(most, model.respondent().chats() ? List.of() : decoding.stops());
    }

    private static Answered scored(WrittenQuestion question, String text) {
        try {
            return new Answered(question.answered(text), text);
        } catch (EndpointException e) {
            int characters = text.codePointCount(0, text.length());
            var unjudged = Verdict.cannotSay(e.getMessage());
            return new Answered(new Result(question.id(), question.group(), unjudged, characters), text);
        }
    }

    @Override
    public void close() {
        scorers.shutdownNow();
    }
}

package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Result;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.trainer.spec.BenchmarkSpec;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The way of an evaluation through its benchmarks, from wherever it stands. */
@Component
public class EvaluationRun {

    private final BenchmarkSets sets;
    private final EvaluationAnswers answers;
    private final EvaluationWrites writes;
    private final AnswerFiles files;
    private final Clock clock;

    EvaluationRun(
            BenchmarkSets sets, EvaluationAnswers answers, EvaluationWrites writes, AnswerFiles files, Clock clock) {
        this.sets = sets;
        this.answers = answers;
        this.writes = writes;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Asks a model what it has not been asked yet, keeping answers as they come.
     *
     * @param model stays the caller's
     * @param check called between questions and while answers are written; what it throws ends the run
     * @return the figures, in the order of the benchmarks
     * @throws UndecidedException when a benchmark has no figure, after all others have theirs
     */
    public List<BenchmarkScore> run(Hold hold, List<BenchmarkSpec> benchmarks, EvaluatedModel model, Runnable check)
            throws IOException, InterruptedException {
        var asked = benchmarks.stream().map(sets::read).toList();
        int questions = asked.stream().mapToInt(set -> set.questions().size()).sum();
        writes.begin(hold, model.identity(), model.step(), questions);
        try {
            return new Course(hold, asked, questions, model, check).run();
        } catch (RuntimeException e) {
            throw FailedAllocation.behind(e).isEmpty()
                    ? e
                    : new IllegalStateException("the memory ran out while questions were answered", e);
        }
    }

    /** One attempt. */
    private final class Course {

        private final Hold hold;
        private final List<BenchmarkSet> asked;
        private final int questions;
        private final EvaluatedModel model;
        private final Runnable check;
        private final List<BenchmarkScore> scores = new ArrayList<>();
        private final List<ArtifactView> artifacts = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();
        private final AnswerPace pace;
        private int answered;

        Course(Hold hold, List<BenchmarkSet> asked, int questions, EvaluatedModel model, Runnable check) {
            this.hold = hold;
            this.asked = asked;
            this.questions = questions;
            this.model = model;
            this.check = check;
            answered = asked.stream().mapToInt(set -> there(set).size()).sum();
            pace = new AnswerPace(clock.instant(), answered);
        }

        List<BenchmarkScore> run() throws IOException, InterruptedException {
            for (var set : asked) {
                ask(set);
                end(set);
            }
            if (!undecided.isEmpty()) {
                throw new UndecidedException(undecided);
            }
            return scores;
        }

        private Map<String, Answered> there(BenchmarkSet set) {
            return answers.of(hold.evaluation(), set.name()).stream()
                    .collect(Collectors.toMap(answer -> answer.result().question(), Function.identity()));
        }

        private void ask(BenchmarkSet set) throws InterruptedException {
            var there = there(set);
            var missing = set.questions().stream()
                    .filter(question -> !there.containsKey(question.id()))
                    .toList();
            try (var examination = new Examination(
                    model, set.spec().maxTokens(), set.spec().judge().isPresent(), check)) {
                for (var batch : Examination.batches(missing)) {
                    check.run();
                    keep(set, examination.ask(batch));
                }
            }
        }

        private void keep(BenchmarkSet set, List<Answered> more) {
            answered += more.size();
            var left = pace.secondsLeft(answered, questions, clock.instant());
            writes.answered(hold, set.name(), more, answered, left);
        }

        private void end(BenchmarkSet set) throws IOException {
            var there = there(set);
            var inOrder =
                    set.questions().stream().map(Question::id).map(there::get).toList();
            var results = inOrder.stream().map(Answered::result).toList();
            score(set, results).ifPresent(scores::add);
            artifacts.add(files.put(hold.evaluation(), set.name(), inOrder));
            writes.scored(hold, scores, artifacts);
        }

        private Optional<BenchmarkScore> score(BenchmarkSet set, List<Result> results) {
            if (results.stream().noneMatch(Result::isDecided)) {
                undecided.add(set.name() + ": none of " + results.size()
                        + " answers could be judged, the first because " + Scores.firstUndecided(results));
                return Optional.empty();
            }
            return Optional.of(Scores.of(set.name(), set.benchmark().metric(), results));
        }
    }
}

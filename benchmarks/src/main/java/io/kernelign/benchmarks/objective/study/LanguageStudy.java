package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.objective.study.language.LanguageTask;
import io.kernelign.benchmarks.objective.study.language.LanguageTraining;
import io.kernelign.benchmarks.objective.study.language.StudyModel;
import io.kernelign.benchmarks.objective.study.language.TestPairs;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.torch.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is measured on the language model.
 *
 * @param conditions clean and noisy, every candidate
 */
record LanguageStudy(List<Condition> conditions) {

    /** Test pairs of each seed. */
    static final int TEST_PAIRS = 10_240;

    private static final int TELL_EVERY = 500;

    static LanguageStudy run(int seeds) throws IOException, InterruptedException {
        Torch.threads(1);
        var task = new LanguageTask();
        try (var model = StudyModel.pretrained(task, StudyModel.STEPS, LanguageStudy::tell)) {
            var tests = new ArrayList<TestPairs>();
            for (int seed = 1; seed <= seeds; seed++) {
                tests.add(new TestPairs(model, task.toTest(seed, TEST_PAIRS)));
            }
            return new LanguageStudy(List.of(
                    condition("study", 0, task, model, tests),
                    condition("study_noisy", Condition.NOISE, task, model, tests)));
        }
    }

    private static List<Candidate> candidates() {
        return Stream.concat(
                        Candidates.all().stream(),
                        Candidates.mixtures().stream().map(Candidates::heldOut))
                .toList();
    }

    private static void tell(int step, double loss) {
        if (step % TELL_EVERY == 0) {
            System.out.printf(Locale.ROOT, "pre-training     step %d, loss %.3f%n", step, loss);
        }
    }

    private static Condition condition(
            String name, double flipped, LanguageTask task, Decoder model, List<TestPairs> tests)
            throws IOException, InterruptedException {
        var trials = Workers.run(
                name,
                candidates(),
                tests.size(),
                (candidate, seed) -> LanguageTraining.run(
                        candidate.objective(),
                        model,
                        task.toTrain(seed, LanguageTraining.PAIRS, flipped),
                        tests.get(seed - 1),
                        seed));
        return Condition.of(name, flipped, trials);
    }
}

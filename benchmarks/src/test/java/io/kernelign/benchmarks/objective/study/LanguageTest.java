package io.kernelign.benchmarks.objective.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.objective.study.language.LanguageTask;
import io.kernelign.benchmarks.objective.study.language.LanguageTraining;
import io.kernelign.benchmarks.objective.study.language.StudyModel;
import io.kernelign.benchmarks.objective.study.language.TestPairs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private final LanguageTask task = new LanguageTask();

    @Test
    void the_model_has_about_fifty_thousand_parameters() {
        assertThat(StudyModel.parameters()).isBetween(45_000L, 55_000L);
    }

    @Test
    void a_tiny_model_learns_which_sentences_the_rule_prefers() throws IOException {
        try (var model = StudyModel.pretrained(task, 20, (step, loss) -> {})) {
            var test = new TestPairs(model, task.toTest(1, 500));
            var outcome = LanguageTraining.run(Candidates.DPO.objective(), model, task.toTrain(1, 400, 0), test, 1);

            assertThat(outcome.accuracy()).isGreaterThan(0.6);
        }
    }
}

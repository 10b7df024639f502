package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.objective.Objective;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyLimitTest {

    private static final Map<String, Object> FULL = Map.of("divergence", "kl");
    private static final Map<String, Object> SAMPLED = Map.of("divergence", "kl", "estimator", "sampled");
    private static final Map<String, Object> NONE = Map.of("divergence", "none");

    @TempDir
    private Path folder;

    @Test
    void only_a_divergence_over_the_vocabulary_has_a_limit() {
        assertThat(exceeded(FULL, VocabularyLimit.MOST_TOKENS)).isFalse();
        assertThat(exceeded(FULL, VocabularyLimit.MOST_TOKENS + 1)).isTrue();
        assertThat(exceeded(SAMPLED, 10_000_000)).isFalse();
        assertThat(exceeded(NONE, 10_000_000)).isFalse();
    }

    @Test
    void a_training_beyond_it_does_not_begin_and_says_why() {
        try (var model = TinyTask.modelOfVocabulary(600_000)) {
            var task = TinyTask.of(model, FULL, Map.of(), folder);

            assertThatThrownBy(() -> new PreferenceTraining(task, Optional.empty(), event -> {}))
                    .isInstanceOf(UntrainableException.class)
                    .hasMessage(
                            "estimator full needs a vocabulary of at most 524288 tokens, and the model's has 600000;"
                                    + " estimator sampled needs none of it");
        }
    }

    private static boolean exceeded(Map<String, Object> objective, long vocabulary) {
        return VocabularyLimit.exceeded(Objective.TYPE.read(objective), vocabulary);
    }
}

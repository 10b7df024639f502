package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.objective.Objective;
import io.kernelign.training.TrainingEvent.Evaluated;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutMetricTest {

    @TempDir
    Path folder;

    @Test
    void what_is_said_to_be_reported_is_reported_whatever_the_objective() {
        try (var model = TinyTask.model()) {
            for (var objective : List.<Map<String, Object>>of(
                    Map.of("kernel", "rbf", "divergence", "none"),
                    Map.of("kernel", "hmk", "divergence", "kl"),
                    Map.of("formulation", "paper", "kernel", "rbf", "divergence", "none"))) {
                var task = TinyTask.of(model, objective, Map.of("steps", 2, "batchTokens", 128), folder);
                var evaluations = Runs.toTheEnd(task).of(Evaluated.class);
                var reported = evaluations.get(evaluations.size() - 1).metrics().keySet();

                // The tiny model's matrices are too small for a power law.
                var said = EnumSet.copyOf(HeldOutMetric.reportedWith(Optional.of(Objective.TYPE.read(objective))));
                said.remove(HeldOutMetric.WEIGHTED_ALPHA);
                assertThat(reported)
                        .containsAll(said.stream()
                                .flatMap(metric -> metric.texts().stream())
                                .collect(Collectors.toSet()));
                assertThat(reported.contains(HeldOutMetric.DIVERGENCE.text()))
                        .isEqualTo(said.contains(HeldOutMetric.DIVERGENCE));
            }
        }
    }
}

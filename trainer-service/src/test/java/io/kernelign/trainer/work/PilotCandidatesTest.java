package io.kernelign.trainer.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.StabilityView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PilotCandidatesTest {

    private static final Map<String, Object> EMBEDDING = Map.of("source", "external");

    @Test
    void every_candidate_has_the_recommended_signal_but_plain_dpo() {
        var candidates = PilotCandidates.of(recommendation(), 3);

        assertThat(candidates)
                .extracting(candidate -> candidate.objective().get("kernel"))
                .containsExactly(Map.of("name", "rbf"), Map.of("name", "spectral"), Map.of("name", "none"));
        assertThat(candidates)
                .extracting(candidate -> candidate.objective().get("embedding"))
                .containsExactly(EMBEDDING, EMBEDDING, null);
    }

    private static RecommendationView recommendation() {
        return new RecommendationView(
                "rec_1",
                "ds_1",
                RecommendationState.SUCCEEDED,
                1,
                "minilm",
                null,
                "relative",
                500,
                "All 500 training pairs were measured.",
                List.of(),
                List.of(),
                List.of(),
                new StabilityView(1, 1),
                List.of(
                        new CandidateView("spectral", "kl", 0.5, false),
                        new CandidateView("rbf", "kl", 0.4, true),
                        new CandidateView("none", "kl", null, false)),
                Map.of("kernel", Map.of("name", "rbf"), "divergence", Map.of("name", "kl"), "embedding", EMBEDDING),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}

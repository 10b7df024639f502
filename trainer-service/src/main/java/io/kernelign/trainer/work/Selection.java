package io.kernelign.trainer.work;

import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.spec.JobSpec;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The stage {@code selecting}: asks the selector for a recommendation and waits for it. */
@Component
class Selection {

    private final SelectorApi selector;
    private final JobWrites writes;
    private final JobEvents events;
    private final Patience patience;

    Selection(SelectorApi selector, JobWrites writes, JobEvents events, Patience patience) {
        this.selector = selector;
        this.writes = writes;
        this.events = events;
        this.patience = patience;
    }

    /** A recommendation that was asked for by an earlier attempt is waited for, not asked for again. */
    RecommendationView recommended(Job job, JobSpec spec, Lease lease, StopSignal stop) throws InterruptedException {
        var id = job.recommendationId();
        if (id == null) {
            var request = new RecommendationRequest(job.dataset(), options(spec));
            id = patience.answer(lease, stop, () -> selector.recommend(job.tenant(), request))
                    .id();
            writes.recommendation(lease, id);
        }
        var recommendation = await(job.tenant(), id, lease, stop);
        if (recommendation.state() != RecommendationState.SUCCEEDED) {
            throw new IllegalStateException("the selector could not recommend an objective: "
                    + Objects.requireNonNullElse(recommendation.error(), "measuring was cancelled"));
        }
        events.append(lease, "recommendation", String.join(" ", recommendation.reasons()), recommendation.objective());
        return recommendation;
    }

    private static Map<String, Object> options(JobSpec spec) {
        return switch (spec.encoder()) {
            case MINILM -> Map.of();
            case POLICY -> Map.of("encoder", "policy", "model", spec.model());
        };
    }

    private RecommendationView await(String tenant, String id, Lease lease, StopSignal stop)
            throws InterruptedException {
        while (true) {
            var recommendation = patience.answer(lease, stop, () -> selector.recommendation(tenant, id));
            if (recommendation.state() != RecommendationState.RUNNING) {
                return recommendation;
            }
            Thread.sleep(Patience.POLL_MILLIS);
        }
    }
}

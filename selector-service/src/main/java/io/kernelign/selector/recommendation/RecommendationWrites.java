package io.kernelign.selector.recommendation;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a worker writes; each method is one transaction and fails when a later attempt has begun. */
@Component
@Transactional
class RecommendationWrites {

    private final RecommendationRepository repository;
    private final Clock clock;

    RecommendationWrites(RecommendationRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Begins an attempt; empty when the end is reached already. */
    Optional<Attempt> begin(String id) {
        var recommendation = repository.lock(id);
        return recommendation.running()
                ? Optional.of(
                        new Attempt(id, recommendation.begin(), recommendation.dataset(), recommendation.options()))
                : Optional.empty();
    }

    void progress(Attempt attempt, double share) {
        repository.lock(attempt.id()).progress(attempt.number(), share);
    }

    void succeed(Attempt attempt, Findings findings) {
        repository.lock(attempt.id()).succeed(attempt.number(), findings, clock.instant());
    }

    /** Whether its user wants it no more. */
    boolean cancelled(Attempt attempt) {
        return repository.lock(attempt.id()).cancelled();
    }

    void fail(Attempt attempt, String sentence) {
        repository.lock(attempt.id()).fail(attempt.number(), sentence, clock.instant());
    }
}

package io.kernelign.selector.recommendation;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.problem.NotFoundException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests and finds what became of them. */
@Service
@Transactional
class Recommendations {

    private final RecommendationRepository repository;
    private final RecommendationQueue queue;
    private final Fingerprints fingerprints;
    private final Clock clock;

    Recommendations(
            RecommendationRepository repository, RecommendationQueue queue, Fingerprints fingerprints, Clock clock) {
        this.repository = repository;
        this.queue = queue;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /** @throws InvalidInputException when there is nothing to measure */
    Recommendation start(String tenant, DatasetRef dataset, SelectionOptions options) {
        if (dataset == null) {
            throw new InvalidInputException(FieldError.missing("dataset", "a stored data set"));
        }
        if (dataset.trainPairs() < 1) {
            throw new InvalidInputException(
                    FieldError.unacceptable("dataset", dataset.id(), "a data set with at least one training pair"));
        }
        var id = "rec_" + UUID.randomUUID().toString().replace("-", "");
        var fingerprint = fingerprints.of(dataset, options);
        var asked = new Recommendation(id, tenant, dataset, options, fingerprint, clock.instant());
        repository
                .findFirstByTenantAndFingerprintAndState(tenant, fingerprint, RecommendationState.SUCCEEDED)
                .ifPresentOrElse(same -> asked.repeat(same, clock.instant()), () -> queue.add(id));
        return repository.save(asked);
    }

    /**
     * Its worker stops when it next tells of its progress.
     *
     * @throws NotFoundException when the tenant has no such recommendation
     */
    Recommendation cancel(String tenant, String id) {
        var recommendation = repository.lock(tenant, id).orElseThrow(() -> new NotFoundException("recommendation", id));
        recommendation.cancel(clock.instant());
        return recommendation;
    }

    /** @throws NotFoundException when the tenant has no such recommendation */
    Recommendation find(String tenant, String id) {
        return repository.findByTenantAndId(tenant, id).orElseThrow(() -> new NotFoundException("recommendation", id));
    }
}

package io.kernelign.selector.recommendation;

import io.kernelign.contracts.RecommendationState;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recommendations; whoever asks on behalf of a user names the tenant. */
interface RecommendationRepository extends Repository<Recommendation, String> {

    Recommendation save(Recommendation recommendation);

    Optional<Recommendation> findByTenantAndId(String tenant, String id);

    /** Of the tenant alone: that another one has measured the same pairs is not for it to know. */
    Optional<Recommendation> findFirstByTenantAndFingerprintAndState(
            String tenant, String fingerprint, RecommendationState state);

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recommendation r where r.tenant = :tenant and r.id = :id")
    Optional<Recommendation> lock(String tenant, String id);

    /** For the worker, with the row locked until its transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recommendation r where r.id = :id")
    Recommendation lock(String id);
}

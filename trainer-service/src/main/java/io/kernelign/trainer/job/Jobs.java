package io.kernelign.trainer.job;

import io.kernelign.contracts.JobState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The jobs there are; a job of another tenant is as one that does not exist. */
public interface Jobs extends Repository<Job, String> {

    Job saveAndFlush(Job job);

    Optional<Job> findById(String id);

    boolean existsById(String id);

    Optional<Job> findByIdAndTenant(String id, String tenant);

    long countByTenantAndStateIn(String tenant, Collection<JobState> states);

    /** Newest first, from the place of a cursor on; state and data set, in whichever role, may be {@code null}. */
    default List<Job> olderThan(String tenant, JobState state, String datasetId, Instant at, String id, Limit limit) {
        return state == null && datasetId == null
                ? all(tenant, at, id, limit)
                : some(tenant, state, datasetId, at, id, limit);
    }

    /** Apart from the others, whose conditions PostgreSQL would take for rare, and then read every job for the newest. */
    @Query("""
            select job from Job job
            where job.tenant = :tenant and (job.createdAt, job.id) < (:at, :id)
            order by job.createdAt desc, job.id desc
            """)
    List<Job> all(String tenant, Instant at, String id, Limit limit);

    @Query("""
            select job from Job job
            where job.tenant = :tenant
              and job.state = coalesce(:state, job.state)
              and (job.datasetId = coalesce(:datasetId, job.datasetId) or job.evalDatasetId = :datasetId)
              and (job.createdAt, job.id) < (:at, :id)
            order by job.createdAt desc, job.id desc
            """)
    List<Job> some(String tenant, JobState state, String datasetId, Instant at, String id, Limit limit);
}

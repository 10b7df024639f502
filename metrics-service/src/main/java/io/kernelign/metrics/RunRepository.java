package io.kernelign.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The runs, by tenant. */
interface RunRepository extends Repository<Run, RunKey> {

    Optional<Run> findById(RunKey key);

    Run save(Run run);

    /** Lets nobody else open or close this run until the transaction ends, even while it is not there yet. */
    @NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:tenant || ' ' || :id, 0))")
    int lock(String tenant, String id);

    @NativeQuery("select * from run r where r.tenant = :tenant and "
            + RunFilter.CONDITION
            + "and (r.created_at, r.id) < (:at, :id) order by r.created_at desc, r.id desc")
    List<Run> olderThan(
            String tenant,
            String datasetId,
            String model,
            String kernel,
            String divergence,
            String tagKey,
            String tagValue,
            Instant at,
            String id,
            Limit limit);
}

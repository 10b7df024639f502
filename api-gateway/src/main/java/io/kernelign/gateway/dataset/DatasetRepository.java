package io.kernelign.gateway.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The data sets, by tenant; views leave the report out, which can be large. */
interface DatasetRepository extends Repository<Dataset, DatasetKey> {

    String VIEW = """
            select new io.kernelign.gateway.dataset.DatasetView(
              d.id, d.name, d.format, d.contentHash, d.pairsKey,
              d.rowCount, d.badRows, d.pairs, d.trainPairs, d.heldOutPairs, d.createdAt)
            from Dataset d
            where d.tenant = :tenant
            """;

    Dataset saveAndFlush(Dataset dataset);

    Optional<Dataset> findById(DatasetKey key);

    void delete(Dataset dataset);

    long countByContentHash(String contentHash);

    @Query(VIEW + " and d.id = :id")
    Optional<DatasetView> view(String tenant, String id);

    @Query(VIEW + """
             and (d.createdAt < :at or d.createdAt = :at and d.id < :id)
            order by d.createdAt desc, d.id desc
            """)
    List<DatasetView> olderThan(String tenant, Instant at, String id, Limit limit);

    /** Lets nobody else add or remove pairs with this hash until the transaction ends. */
    @NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:contentHash, 0))")
    int lock(String contentHash);
}

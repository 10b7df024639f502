package io.kernelign.trainer.job;

import io.kernelign.contracts.ArtifactView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that a job made. */
@Repository
public class Artifacts {

    private final JdbcClient jdbc;

    Artifacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records an artifact; one of the same name that an earlier attempt had made is replaced.
     *
     * @throws StaleWorkerException when the lease is no longer the job's
     */
    public void record(Lease lease, ArtifactView artifact) {
        var recorded = jdbc.sql("""
                        insert into artifact (job, name, tenant, media_type, bytes, sha256, blob_key)
                        select id, :name, tenant, :mediaType, :bytes, :sha256, :blobKey
                        from job where id = :job and attempt = :attempt
                        on conflict (job, name) do update set media_type = excluded.media_type,
                            bytes = excluded.bytes, sha256 = excluded.sha256, blob_key = excluded.blob_key""")
                .param("job", lease.job())
                .param("attempt", lease.attempt())
                .param("name", artifact.name())
                .param("mediaType", artifact.mediaType())
                .param("bytes", artifact.bytes())
                .param("sha256", artifact.sha256())
                .param("blobKey", artifact.blobKey())
                .update();
        if (recorded == 0) {
            throw new StaleWorkerException(lease);
        }
    }

    /** Of all jobs of a tenant. */
    public long bytes(String tenant) {
        return jdbc.sql("select coalesce(sum(bytes), 0)::bigint from artifact where tenant = ?")
                .param(tenant)
                .query(Long.class)
                .single();
    }

    /** By name. */
    public List<ArtifactView> of(String job) {
        return jdbc.sql("""
                        select name, media_type, bytes, sha256, blob_key from artifact where job = :job order by name""").param("job", job).query(ArtifactView.class).list();
    }
}

package io.kernelign.trainer.queue;

import io.kernelign.contracts.TenantShare;
import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tenants' parts of the workers. */
@Repository
public class TenantShares {

    private static final int MOST_WEIGHT = 100;

    private static final Field<Integer> WEIGHT = Field.defaulted(
            "weight",
            Types.integer(1, MOST_WEIGHT),
            1,
            "Turns that the tenant has while a tenant of weight 1 has one.");
    private static final Field<Integer> RUNNING_JOBS = Field.optional(
            "runningJobs",
            Types.integer(1, 1_000_000),
            "Jobs and evaluations of the tenant that run at a time; when absent, as many as everybody may.");
    private static final ObjectType<TenantShare> TYPE = ObjectType.of(
            List.of(WEIGHT, RUNNING_JOBS),
            values -> new TenantShare(values.get(WEIGHT), values.get(RUNNING_JOBS)),
            share -> Map.of());

    private final JdbcClient jdbc;
    private final ShareSettings everybody;

    TenantShares(JdbcClient jdbc, ShareSettings everybody) {
        this.jdbc = jdbc;
        this.everybody = everybody;
    }

    /** What a tenant has, be it of its own or what everybody has. */
    public TenantShare of(String tenant) {
        return jdbc.sql("""
                        select coalesce(weight, 1) as weight, coalesce(running_jobs, :everybody) as running_jobs
                        from tenant_share where tenant = :tenant""")
                .param("tenant", tenant)
                .param("everybody", everybody.runningJobs())
                .query(TenantShare.class)
                .optional()
                .orElseGet(() -> new TenantShare(1, everybody.runningJobs()));
    }

    /**
     * @param share as it was sent
     * @throws InvalidInputException for a field that is unknown or out of range
     */
    public void set(String tenant, Map<String, Object> share) {
        var wanted = TYPE.read(share);
        jdbc.sql("""
                        insert into tenant_share (tenant, weight, running_jobs) values (:tenant, :weight, :running)
                        on conflict (tenant) do update set weight = excluded.weight, running_jobs = excluded.running_jobs""")
                .param("tenant", tenant)
                .param("weight", wanted.weight())
                .param("running", wanted.runningJobs())
                .update();
    }
}

package io.kernelign.gateway.limit;

import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.problem.ConflictException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds every tenant to the jobs that it may have at a time. */
@Component
public class JobLimit {

    private final TenantLimits limits;
    private final TrainerApi trainer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JobLimit(TenantLimits limits, TrainerApi trainer, JdbcClient jdbc, TransactionTemplate transaction) {
        this.limits = limits;
        this.trainer = trainer;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Makes something that is a job or has some; of a limited tenant one at a time, whichever gateway is asked.
     *
     * @throws ConflictException as many of its jobs have not ended as it may have
     */
    public <T> T within(String tenant, Supplier<T> make) {
        var most = limits.of(tenant).unfinishedJobs();
        return most == null
                ? make.get()
                : transaction.execute(status -> {
                    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('jobs of ' || ?, 0))")
                            .param(tenant)
                            .query(Integer.class)
                            .single();
                    requireRoom(tenant, most);
                    return make.get();
                });
    }

    private void requireRoom(String tenant, long most) {
        var unfinished = trainer.unfinishedJobs(tenant);
        if (unfinished >= most) {
            throw new ConflictException(
                    "The tenant " + tenant + " has " + unfinished + " jobs that have not ended, and may have " + most
                            + "; cancel one or wait for its end.",
                    Map.of("unfinishedJobs", unfinished, "limit", most));
        }
    }
}

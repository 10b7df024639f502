package io.kernelign.gateway.limit;

import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.problem.ConflictException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds every tenant to the bytes that it may store: pairs of its data sets, files of benchmarks, and artifacts of its jobs.
 */
@Component
public class StorageLimit {

    private final TenantLimits limits;
    private final TrainerApi trainer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StorageLimit(TenantLimits limits, TrainerApi trainer, JdbcClient jdbc, TransactionTemplate transaction) {
        this.limits = limits;
        this.trainer = trainer;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * To be asked before data is taken in.
     *
     * @throws ConflictException nothing is left
     */
    public void requireAny(String tenant) {
        var most = limits.of(tenant).storedBytes();
        if (most != null) {
            requireRoom(tenant, stored(tenant), 1, most);
        }
    }

    /**
     * Records what is to be stored; of a limited tenant one at a time, whichever gateway is asked.
     *
     * @param bytes that it adds
     * @throws ConflictException fewer are left; nothing is recorded
     */
    public <T> T within(String tenant, long bytes, Supplier<T> add) {
        var most = limits.of(tenant).storedBytes();
        if (most == null) {
            return add.get();
        }
        return transaction.execute(status -> {
            jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('bytes of ' || ?, 0))")
                    .param(tenant)
                    .query(Integer.class)
                    .single();
            requireRoom(tenant, stored(tenant), bytes, most);
            return add.get();
        });
    }

    private long stored(String tenant) {
        return trainer.storedBytes(tenant)
                + jdbc.sql("select coalesce(sum(bytes), 0)::bigint from dataset where tenant = ?")
                        .param(tenant)
                        .query(Long.class)
                        .single();
    }

    private static void requireRoom(String tenant, long stored, long bytes, long most) {
        if (stored + bytes > most) {
            throw new ConflictException(
                    "The tenant " + tenant + " stores " + stored + " bytes and may store " + most
                            + ", which leaves no room for more; delete what is not needed.",
                    Map.of("storedBytes", stored, "limit", most));
        }
    }
}

package io.kernelign.gateway.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** How much of its rates each tenant has left: token buckets in the database, which all gateways share. */
@Component
class Rates {

    private static final String TABLE = "bucket";

    private final ProxyManager<String> buckets;

    Rates(DataSource database) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .build();
    }

    /**
     * Takes an amount if so much is left.
     *
     * @param rate what is limited, such as {@code requests:acme}
     * @param most how much there can be, and is anew after the period
     * @return empty, or how long to wait
     */
    Optional<Duration> take(String rate, long most, Duration period, long amount) {
        var probe = bucket(rate, most, period).tryConsumeAndReturnRemaining(amount);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes an amount that has been used already, also where less is left. */
    void use(String rate, long most, Duration period, long amount) {
        if (amount > 0) {
            bucket(rate, most, period).consumeIgnoringRateLimits(amount);
        }
    }

    /** A limit that was changed has a bucket of its own. */
    private BucketProxy bucket(String rate, long most, Duration period) {
        var limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, period))
                .build();
        return buckets.builder().build(rate + ":" + most, () -> limit);
    }
}

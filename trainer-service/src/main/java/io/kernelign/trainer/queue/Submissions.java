package io.kernelign.trainer.queue;

import io.kernelign.service.blob.Sha256;
import io.kernelign.service.problem.ConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What requests have made, so that one that comes again makes nothing more. */
@Repository
public class Submissions {

    /** For so long a key stands for one request. */
    private static final Duration KEPT = Duration.ofHours(24);

    /** For so long a request without a key may come again. */
    private static final Duration REPEATED = Duration.ofMinutes(15);

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Earlier(String fingerprint, String made) {}

    /**
     * What a request has made when it came before.
     *
     * @param request its body as plain JSON
     * @throws ConflictException when its key belongs to another request
     */
    public Optional<String> earlier(Submitter submitter, Object request) {
        var fingerprint = fingerprint(request);
        return submitter.key() != null
                ? byKey(submitter, fingerprint)
                : submitter.again() ? byContent(submitter, fingerprint) : Optional.empty();
    }

    private Optional<String> byKey(Submitter submitter, String fingerprint) {
        var earlier = jdbc.sql("""
                        select fingerprint, made from submission
                        where tenant = :tenant and key = :key and at > :since""")
                .param("tenant", submitter.tenant())
                .param("key", submitter.key())
                .param("since", ago(KEPT))
                .query(Earlier.class)
                .optional();
        if (earlier.filter(it -> !it.fingerprint.equals(fingerprint)).isPresent()) {
            throw new ConflictException(
                    "The Idempotency-Key " + submitter.key() + " was sent with another request, which made "
                            + earlier.get().made + "; every request needs a key of its own.");
        }
        return earlier.map(Earlier::made);
    }

    private Optional<String> byContent(Submitter submitter, String fingerprint) {
        return jdbc.sql("""
                        select made from submission
                        where tenant = :tenant and fingerprint = :fingerprint and at > :since
                        order by at desc limit 1""")
                .param("tenant", submitter.tenant())
                .param("fingerprint", fingerprint)
                .param("since", ago(REPEATED))
                .query(String.class)
                .optional();
    }

    /**
     * Makes what a request asks for within the current transaction, unless the same one has made it meanwhile.
     *
     * @param request its body as plain JSON
     * @param make makes it; its id
     * @throws ConflictException when its key belongs to another request
     */
    @Transactional
    public String once(Submitter submitter, Object request, Supplier<String> make) {
        forgetOld();
        var key = submitter.key() == null ? UUID.randomUUID().toString() : submitter.key();
        // Whoever comes with the same key waits here until this transaction has ended.
        var claimed = jdbc.sql("""
                        insert into submission (tenant, key, fingerprint, made, at) values (:tenant, :key, :fingerprint, '', :now)
                        on conflict do nothing""")
                .param("tenant", submitter.tenant())
                .param("key", key)
                .param("fingerprint", fingerprint(request))
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (claimed == 0) {
            return earlier(submitter, request).orElseThrow();
        }
        var made = make.get();
        jdbc.sql("update submission set made = :made where tenant = :tenant and key = :key")
                .param("made", made)
                .param("tenant", submitter.tenant())
                .param("key", key)
                .update();
        return made;
    }

    private void forgetOld() {
        jdbc.sql("delete from submission where at <= :since")
                .param("since", ago(KEPT))
                .update();
    }

    private OffsetDateTime ago(Duration time) {
        return OffsetDateTime.now(clock).minus(time);
    }

    private static String fingerprint(Object request) {
        return Sha256.of(SORTED.writeValueAsString(request));
    }
}

package io.kernelign.gateway.dataset;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which pairs are about to be needed. */
@Repository
class PairClaims {

    /** Pairs that must not be swept, though no data set needs them yet. */
    record Claim(UUID id, String contentHash) {}

    private final JdbcClient jdbc;

    PairClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Claim add(String contentHash, Instant now) {
        var claim = new Claim(UUID.randomUUID(), contentHash);
        jdbc.sql("insert into pair_claim (id, content_hash, claimed_at) values (?, ?, ?)")
                .params(claim.id, contentHash, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return claim;
    }

    void remove(Claim claim) {
        jdbc.sql("delete from pair_claim where id = ?").param(claim.id).update();
    }

    boolean any(String contentHash) {
        return jdbc.sql("select exists (select from pair_claim where content_hash = ?)")
                .param(contentHash)
                .query(Boolean.class)
                .single();
    }

    List<Claim> madeBefore(Instant time) {
        return jdbc.sql("select id, content_hash from pair_claim where claimed_at < ?")
                .param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query((row, number) -> new Claim(row.getObject("id", UUID.class), row.getString("content_hash")))
                .list();
    }
}

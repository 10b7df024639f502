package io.kernelign.gateway.access;

import io.kernelign.service.access.Role;
import io.kernelign.service.page.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of keys and of their secrets' hashes. */
@Repository
class ApiKeys {

    /** How often a use is written down. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /** With the prefix of the secret that goes on working. */
    private static final String KEY = """
            select k.*, s.prefix from api_key k
            join lateral (select prefix from key_secret where key = k.id order by ends_at desc nulls first limit 1) s
            on true
            """;

    /** A key by one of its secrets. */
    record Held(ApiKey key, byte[] hash, Instant endsAt) {}

    private final JdbcClient jdbc;

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there has ever been one. */
    boolean any() {
        return jdbc.sql("select exists (select from api_key)")
                .query(Boolean.class)
                .single();
    }

    void add(ApiKey key, KeySecret secret) {
        jdbc.sql("""
                        insert into api_key (id, tenant, name, role, created_at, created_by, expires_at)
                        values (:id, :tenant, :name, :role, :createdAt, :createdBy, :expiresAt)""")
                .param("id", key.id())
                .param("tenant", key.tenant())
                .param("name", key.name())
                .param("role", key.role().text())
                .param("createdAt", time(key.createdAt()))
                .param("createdBy", key.createdBy())
                .param("expiresAt", time(key.expiresAt()))
                .update();
        addSecret(key.id(), secret);
    }

    /** Gives a key another secret; those before work on until the time. */
    void rotate(String key, KeySecret secret, Instant endsAt) {
        jdbc.sql("update key_secret set ends_at = :end where key = :key and (ends_at is null or ends_at > :end)")
                .param("end", time(endsAt))
                .param("key", key)
                .update();
        addSecret(key, secret);
    }

    private void addSecret(String key, KeySecret secret) {
        jdbc.sql("insert into key_secret (prefix, key, hash) values (:prefix, :key, :hash)")
                .param("prefix", secret.prefix())
                .param("key", key)
                .param("hash", secret.hash())
                .update();
    }

    Optional<ApiKey> find(String id) {
        return jdbc.sql(KEY + "where k.id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The key of the secret that begins so; whether the rest is right is for the caller to see. */
    Optional<Held> byPrefix(String prefix) {
        return jdbc.sql("select k.*, s.prefix, s.hash, s.ends_at from key_secret s join api_key k on k.id = s.key"
                        + " where s.prefix = :prefix")
                .param("prefix", prefix)
                .query((row, number) -> new Held(read(row, number), row.getBytes("hash"), instant(row, "ends_at")))
                .optional();
    }

    /** Those that come after a place in the listing, newest first. */
    List<ApiKey> olderThan(String tenant, Cursor from, int limit) {
        return jdbc.sql(KEY + """
                        where k.tenant = :tenant and (k.created_at, k.id) < (:at, :id)
                        order by k.created_at desc, k.id desc limit :limit""")
                .param("tenant", tenant)
                .param("at", time(from.at()))
                .param("id", from.id())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    void revoke(String id, Instant now) {
        jdbc.sql("update api_key set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /** Notes that a key is in use, unless that was noted within the last minute. */
    void used(ApiKey key, Instant now) {
        var before = now.minus(NOTED);
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(before)) {
            jdbc.sql("""
                            update api_key set last_used_at = :now
                            where id = :id and (last_used_at is null or last_used_at < :before)""")
                    .param("now", time(now))
                    .param("id", key.id())
                    .param("before", time(before))
                    .update();
        }
    }

    private ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("prefix"),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package io.kernelign.gateway.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tenants. */
@Repository
public class Tenants {

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one of the id already. */
    boolean add(Tenant tenant) {
        return jdbc.sql("insert into tenant (id, created_at) values (:id, :at) on conflict do nothing")
                        .param("id", tenant.id())
                        .param("at", OffsetDateTime.ofInstant(tenant.createdAt(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean exists(String id) {
        return jdbc.sql("select exists (select from tenant where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<Tenant> all() {
        return jdbc.sql("select id, created_at from tenant order by created_at, id")
                .query((row, number) ->
                        new Tenant(row.getString("id"), instant(row.getObject("created_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}

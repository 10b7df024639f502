package io.kernelign.trainer.webhook;

import io.kernelign.contracts.DeliveryAttempt;
import io.kernelign.contracts.DeliveryState;
import io.kernelign.contracts.DeliveryView;
import io.kernelign.service.page.Cursor;
import io.kernelign.trainer.job.JobChange;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox of webhooks and, with every try, its log. */
@Repository
class Deliveries {

    private static final TypeReference<List<DeliveryAttempt>> ATTEMPTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(String id, String job, JobChange change, String body) {
        jdbc.sql("""
                        insert into webhook_delivery (id, job, type, body, state, next_at, created_at)
                        values (:id, :job, :type, :body, 'pending', :now, :now)""")
                .param("id", id)
                .param("job", job)
                .param("type", change.type())
                .param("body", body)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Empty where there is nothing to send any more. */
    Optional<Delivery> pending(String id) {
        return jdbc.sql("""
                        select delivery.id, job, webhook ->> 'url' as url, webhook_secret, body, tries
                        from webhook_delivery delivery join job on job.id = job
                        where delivery.id = :id and delivery.state = 'pending'""")
                .param("id", id)
                .query((row, number) -> new Delivery(
                        row.getString("id"),
                        row.getString("job"),
                        URI.create(row.getString("url")),
                        row.getString("webhook_secret"),
                        row.getString("body"),
                        row.getInt("tries")))
                .optional();
    }

    /** @param next when it is tried again; {@code null} where that is over */
    void tried(String id, DeliveryAttempt attempt, DeliveryState state, Instant next) {
        jdbc.sql("""
                        update webhook_delivery set attempts = attempts || cast(:attempt as jsonb), tries = tries + 1,
                            state = :state, next_at = :next
                        where id = :id""")
                .param("id", id)
                .param("attempt", json.writeValueAsString(attempt))
                .param("state", state.json())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When it is to be sent, as nobody changes it before this transaction ends; empty where it is not. */
    Optional<Instant> lockedNext(String id) {
        return jdbc.sql("select next_at from webhook_delivery where id = :id for update")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(instant(row, "next_at")))
                .single();
    }

    /** Has it sent again, with as many tries as a new one; one that is tried already is tried at once. */
    void again(String id) {
        jdbc.sql("""
                        update webhook_delivery set next_at = :now, state = 'pending',
                            tries = case when state = 'pending' then tries else 0 end
                        where id = :id""").param("id", id).param("now", OffsetDateTime.now(clock)).update();
    }

    Optional<DeliveryView> find(String job, String id) {
        return jdbc.sql("select * from webhook_delivery where job = :job and id = :id")
                .param("job", job)
                .param("id", id)
                .query(this::view)
                .optional();
    }

    /** Newest first, from a place on. */
    List<DeliveryView> olderThan(String job, Cursor place, int limit) {
        return jdbc.sql("""
                        select * from webhook_delivery
                        where job = :job and (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit""")
                .param("job", job)
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    private DeliveryView view(ResultSet row, int number) throws SQLException {
        return new DeliveryView(
                row.getString("id"),
                row.getString("type"),
                DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("body"),
                json.readValue(row.getString("attempts"), ATTEMPTS),
                instant(row, "next_at"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package io.kernelign.gateway.upload;

import io.kernelign.gateway.source.OfferedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of uploads. Every change of a state names the state that it expects, and says whether it was so. */
@Repository
class UploadRecords {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UploadRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Upload upload) {
        jdbc.sql("""
                        insert into upload (id, tenant, state, file_name, options, metadata, concat, join_as, source,
                            byte_length, received, row_count, created_at, expires_at)
                        values (:id, :tenant, :state, :fileName, cast(:options as jsonb), :metadata, :concat, :joinAs,
                            :source, :length, :received, 0, :createdAt, :expiresAt)""")
                .param("id", upload.id())
                .param("tenant", upload.tenant())
                .param("state", upload.state().text())
                .param("fileName", upload.fileName())
                .param("options", json.writeValueAsString(upload.options()))
                .param("metadata", upload.metadata())
                .param("concat", upload.concat())
                .param(
                        "joinAs",
                        upload.joinAs() == null ? null : upload.joinAs().name())
                .param("source", upload.source())
                .param("length", upload.length())
                .param("received", upload.received())
                .param("createdAt", time(upload.createdAt()))
                .param("expiresAt", time(upload.expiresAt()))
                .update();
    }

    Optional<Upload> find(String id) {
        return jdbc.sql("select * from upload where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The parts of an upload, in order. */
    List<Upload> parts(String whole) {
        return jdbc.sql("select * from upload where joined_into = ? order by joined_at")
                .param(whole)
                .query(this::read)
                .list();
    }

    /** Makes a part one of an upload; false when it is not whole or has been joined already. */
    boolean join(String tenant, String part, String whole, int at) {
        return jdbc.sql("""
                        update upload set joined_into = ?, joined_at = ?
                        where id = ? and tenant = ? and state = 'received' and joined_into is null""").params(whole, at, part, tenant).update() == 1;
    }

    /** Which upload a part has been joined into. */
    Optional<String> joinedInto(String part) {
        return jdbc.sql("select joined_into from upload where id = ? and joined_into is not null")
                .param(part)
                .query(String.class)
                .optional();
    }

    /** So many bytes are on the disk, or more. */
    boolean received(String id, long bytes, UploadState next, Instant expiresAt) {
        return jdbc.sql("""
                        update upload set received = greatest(received, :bytes), state = :next, expires_at = :expiresAt
                        where id = :id and state = 'receiving'""")
                        .param("id", id)
                        .param("bytes", bytes)
                        .param("next", next.text())
                        .param("expiresAt", time(expiresAt))
                        .update()
                == 1;
    }

    /** The source has said which files there are. */
    boolean offered(String id, List<OfferedFile> files, long length) {
        return jdbc.sql("""
                        update upload set source_files = cast(:files as jsonb), byte_length = :length
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("files", json.writeValueAsString(files))
                        .param("length", length)
                        .update()
                == 1;
    }

    /** So many bytes have come from the source, or nothing comes at the moment. */
    boolean fetching(String id, long bytes, Map<String, Object> problem, Instant expiresAt) {
        return jdbc.sql("""
                        update upload set received = :bytes, problem = cast(:problem as jsonb), expires_at = :expiresAt
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("bytes", bytes)
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("expiresAt", time(expiresAt))
                        .update()
                == 1;
    }

    /** All bytes have come from the source, which is only told of from now on. */
    boolean fetched(String id, long bytes, String shownSource, Instant expiresAt) {
        return jdbc.sql("""
                        update upload set state = 'importing', received = :bytes, byte_length = :bytes, problem = null,
                            source = :source, expires_at = :expiresAt
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("bytes", bytes)
                        .param("source", shownSource)
                        .param("expiresAt", time(expiresAt))
                        .update()
                == 1;
    }

    /** The import has read so many rows, or cannot go on at the moment. */
    boolean importing(String id, long rows, Map<String, Object> problem, Instant expiresAt) {
        return jdbc.sql("""
                        update upload set row_count = :rows, problem = cast(:problem as jsonb), expires_at = :expiresAt
                        where id = :id and state = 'importing'""")
                        .param("id", id)
                        .param("rows", rows)
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("expiresAt", time(expiresAt))
                        .update()
                == 1;
    }

    /** Fetch or import have come to their end. */
    boolean end(String id, UploadState end, long rows, String dataset, Map<String, Object> problem, Instant expiresAt) {
        return jdbc.sql("""
                        update upload set state = :end, row_count = :rows, dataset_id = :dataset,
                            problem = cast(:problem as jsonb), expires_at = :expiresAt
                        where id = :id and state in ('fetching', 'importing')""")
                        .param("id", id)
                        .param("end", end.text())
                        .param("rows", rows)
                        .param("dataset", dataset)
                        .param("problem", problem == null ? null : json.writeValueAsString(problem))
                        .param("expiresAt", time(expiresAt))
                        .update()
                == 1;
    }

    boolean remove(String id) {
        return jdbc.sql("delete from upload where id = ?").param(id).update() == 1;
    }

    List<String> removeParts(String whole) {
        return jdbc.sql("delete from upload where joined_into = ? returning id")
                .param(whole)
                .query(String.class)
                .list();
    }

    /** Parts go with what they are joined into. */
    List<String> expired(Instant now) {
        return jdbc.sql("select id from upload where expires_at < ? and joined_into is null")
                .param(time(now))
                .query(String.class)
                .list();
    }

    /** Those of the ids whose bytes are needed. */
    Set<String> needed(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                                select id from upload
                                where id in (:ids) and state in ('receiving', 'received', 'fetching', 'importing')""").param("ids", ids).query(String.class).set();
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        var joinAs = row.getString("join_as");
        return new Upload(
                row.getString("id"),
                row.getString("tenant"),
                UploadState.of(row.getString("state")),
                row.getString("file_name"),
                json.readValue(row.getString("options"), new TypeReference<Map<String, String>>() {}),
                row.getString("metadata"),
                row.getString("concat"),
                joinAs == null ? null : JoinAs.valueOf(joinAs),
                row.getString("source"),
                sourceFiles(row.getString("source_files")),
                row.getLong("byte_length"),
                row.getLong("received"),
                row.getLong("row_count"),
                row.getString("dataset_id"),
                problem(row.getString("problem")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private List<OfferedFile> sourceFiles(String text) {
        return text == null ? null : json.readValue(text, new TypeReference<List<OfferedFile>>() {});
    }

    private Map<String, Object> problem(String text) {
        return text == null ? null : json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package io.kernelign.benchmarks.gateway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of rows in the database: the same but for their ids, and each a second older than the one before. */
final class RowCopies implements AutoCloseable {

    private final Statement statement;
    private final int copies;

    RowCopies(Connection connection, int copies) throws SQLException {
        this.statement = connection.createStatement();
        this.copies = copies;
    }

    /** @param id column in which stands the id that gets a number at its end */
    void make(String schema, String table, String id, String original) throws SQLException {
        var columns = columns(schema, table);
        var created = columns.contains("created_at") ? ", 'created_at', o.created_at - n * interval '1 second'" : "";
        statement.execute("""
                        insert into %1$s.%2$s (%3$s)
                        select %3$s from (
                            select (jsonb_populate_record(o, jsonb_build_object('%4$s', o.%4$s || '_' || n%5$s))).*
                            from %1$s.%2$s o, generate_series(1, %6$d) n where o.%4$s = '%7$s') copy""".formatted(schema, table, columns, id, created, copies, original));
    }

    /** Those that are not made by the database itself. */
    private String columns(String schema, String table) throws SQLException {
        try (var found = statement.executeQuery("""
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'""".formatted(schema, table))) {
            found.next();
            return found.getString(1);
        }
    }

    void analyze() throws SQLException {
        statement.execute("analyze");
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}

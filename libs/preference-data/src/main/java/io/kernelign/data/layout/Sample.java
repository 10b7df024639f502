package io.kernelign.data.layout;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first rows of a file. What half of them show is what the file is; bad rows among them do not hide it. */
public final class Sample {

    private final List<ObjectNode> rows;

    /** @param rows at least one */
    public Sample(List<ObjectNode> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Names of all columns that occur, each once. */
    List<String> columns() {
        return rows.stream()
                .flatMap(row -> row.propertyNames().stream())
                .distinct()
                .toList();
    }

    /** Whether half of the rows have such a column, of such a form. */
    boolean has(String column, Predicate<JsonNode> form) {
        return mostly(row -> row.has(column) && form.test(row.get(column)));
    }

    private boolean mostly(Predicate<ObjectNode> holds) {
        return 2 * rows.stream().filter(holds).count() >= rows.size();
    }

    @Override
    public String toString() {
        return rows.size() == 1 ? "rows (1 was looked at)" : "first " + rows.size() + " rows";
    }
}

package io.kernelign.data.rows.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A struct, or the row itself: an object that has every column, as null where there is no value. */
final class StructConverter extends GroupConverter {

    private final GroupType type;
    private final RowState state;
    private final Consumer<JsonNode> sink;
    private final Converter[] converters;
    private final long nameBytes;
    private ObjectNode struct;

    StructConverter(GroupType type, String path, RowState state, Consumer<JsonNode> sink) {
        this.type = type;
        this.state = state;
        this.sink = sink;
        this.converters = new Converter[type.getFieldCount()];
        for (int i = 0; i < converters.length; i++) {
            var field = type.getType(i);
            var name = path.isEmpty() ? field.getName() : path + "." + field.getName();
            converters[i] = Converters.of(field, name, state, fieldSink(field));
        }
        this.nameBytes = type.getFields().stream()
                .mapToLong(field -> field.getName().length() + 4L)
                .sum();
    }

    private Consumer<JsonNode> fieldSink(Type field) {
        var name = field.getName();
        return field.isRepetition(Repetition.REPEATED)
                ? value -> ((ArrayNode) struct.get(name)).add(value)
                : value -> struct.set(name, value);
    }

    @Override
    public Converter getConverter(int field) {
        return converters[field];
    }

    @Override
    public void start() {
        struct = JsonNodeFactory.instance.objectNode();
        if (state.holds(nameBytes)) {
            for (var field : type.getFields()) {
                if (field.isRepetition(Repetition.REPEATED)) {
                    struct.putArray(field.getName());
                } else {
                    struct.putNull(field.getName());
                }
            }
        }
    }

    @Override
    public void end() {
        if (state.isWithinLimit()) {
            sink.accept(struct);
        }
    }
}

package io.kernelign.data.rows.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A map: an object whose names are the keys. The repeated group within it is an entry of key and value. */
final class MapConverter extends GroupConverter {

    private final RowState state;
    private final Consumer<JsonNode> sink;
    private final EntryConverter entries;
    private ObjectNode map;

    MapConverter(GroupType entry, String path, RowState state, Consumer<JsonNode> sink) {
        this.state = state;
        this.sink = sink;
        this.entries = new EntryConverter(entry, path);
    }

    @Override
    public Converter getConverter(int field) {
        return entries;
    }

    @Override
    public void start() {
        map = JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void end() {
        if (state.holds(0)) {
            sink.accept(map);
        }
    }

    private final class EntryConverter extends GroupConverter {

        private final Converter keys;
        private final Converter values;
        private String key;
        private JsonNode value;

        EntryConverter(GroupType entry, String path) {
            this.keys = Converters.of(entry.getType(0), path + ".key", state, read -> key = read.asString());
            this.values = Converters.of(entry.getType(1), path + ".value", state, read -> value = read);
        }

        @Override
        public Converter getConverter(int field) {
            return field == 0 ? keys : values;
        }

        @Override
        public void start() {
            key = "";
            value = JsonNodeFactory.instance.nullNode();
        }

        @Override
        public void end() {
            if (state.holds(0)) {
                map.set(key, value);
            }
        }
    }
}

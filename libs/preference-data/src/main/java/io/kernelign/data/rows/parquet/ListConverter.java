package io.kernelign.data.rows.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A list. The repeated column within it is a group of one field, the element; or, as older writers have it, the element
 * itself.
 */
final class ListConverter extends GroupConverter {

    private final Consumer<JsonNode> sink;
    private final RowState state;
    private final Converter repeated;
    private ArrayNode list;

    ListConverter(Type repeated, String path, RowState state, Consumer<JsonNode> sink) {
        this.sink = sink;
        this.state = state;
        Consumer<JsonNode> elements = value -> list.add(value);
        this.repeated = isElement(repeated)
                ? Converters.of(repeated, path + "[]", state, elements)
                : new ElementConverter(repeated.asGroupType().getType(0), path + "[]", state, elements);
    }

    private static boolean isElement(Type repeated) {
        return repeated.isPrimitive()
                || repeated.asGroupType().getFieldCount() != 1
                || repeated.getName().equals("array")
                || repeated.getName().endsWith("_tuple");
    }

    @Override
    public Converter getConverter(int field) {
        return repeated;
    }

    @Override
    public void start() {
        list = JsonNodeFactory.instance.arrayNode();
    }

    @Override
    public void end() {
        if (state.holds(0)) {
            sink.accept(list);
        }
    }

    /** The group around one element, which is null where the group is empty. */
    private static final class ElementConverter extends GroupConverter {

        private final RowState state;
        private final Consumer<JsonNode> sink;
        private final Converter converter;
        private JsonNode element;

        ElementConverter(Type type, String path, RowState state, Consumer<JsonNode> sink) {
            this.state = state;
            this.sink = sink;
            this.converter = Converters.of(type, path, state, value -> element = value);
        }

        @Override
        public Converter getConverter(int field) {
            return converter;
        }

        @Override
        public void start() {
            element = JsonNodeFactory.instance.nullNode();
        }

        @Override
        public void end() {
            if (state.holds(0)) {
                sink.accept(element);
            }
        }
    }
}

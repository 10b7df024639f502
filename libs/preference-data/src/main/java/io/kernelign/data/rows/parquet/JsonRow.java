package io.kernelign.data.rows.parquet;

import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import tools.jackson.databind.node.ObjectNode;

/** Puts the values of a row together into the JSON that says the same. */
final class JsonRow extends RecordMaterializer<ObjectNode> {

    private final GroupConverter root;
    private ObjectNode row;

    JsonRow(MessageType schema, RowState state) {
        this.root = new StructConverter(schema, "", state, value -> row = (ObjectNode) value);
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }
}

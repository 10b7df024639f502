package io.kernelign.data.rows.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import tools.jackson.databind.JsonNode;

/** Which converter makes JSON of a column: the format writes lists and maps as groups of groups. */
final class Converters {

    private Converters() {}

    /**
     * @param path of the column within the row, for defects
     * @param sink takes every value of the column, or every element if the column is repeated
     */
    static Converter of(Type type, String path, RowState state, Consumer<JsonNode> sink) {
        if (type.isPrimitive()) {
            return new ValueConverter(type.asPrimitiveType(), path, state, sink);
        }
        var group = type.asGroupType();
        if (isList(group)) {
            return new ListConverter(group.getType(0), path, state, sink);
        }
        if (isMap(group)) {
            return new MapConverter(group.getType(0).asGroupType(), path, state, sink);
        }
        return new StructConverter(group, path, state, sink);
    }

    private static boolean isList(GroupType group) {
        return group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && holdsOneRepeated(group);
    }

    private static boolean isMap(GroupType group) {
        return group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
                && holdsOneRepeated(group)
                && !group.getType(0).isPrimitive()
                && group.getType(0).asGroupType().getFieldCount() == 2
                && group.getType(0).asGroupType().getType(0).isPrimitive();
    }

    private static boolean holdsOneRepeated(GroupType group) {
        return group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
    }
}

package io.kernelign.data.export.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A schema as a footer has it: its tree as a list, every group before its fields. */
final class SchemaList {

    private final List<SchemaElement> elements = new ArrayList<>();

    private SchemaList() {}

    static List<SchemaElement> of(MessageType schema) {
        var list = new SchemaList();
        list.elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
        list.addFields(schema);
        return list.elements;
    }

    private void addFields(GroupType group) {
        for (var field : group.getFields()) {
            elements.add(element(field));
            if (!field.isPrimitive()) {
                addFields(field.asGroupType());
            }
        }
    }

    private static SchemaElement element(org.apache.parquet.schema.Type field) {
        var element = new SchemaElement(field.getName())
                .setRepetition_type(
                        FieldRepetitionType.valueOf(field.getRepetition().name()));
        if (field.isPrimitive()) {
            element.setType(physical(field.asPrimitiveType().getPrimitiveTypeName()));
        } else {
            element.setNum_children(field.asGroupType().getFieldCount());
        }
        if (field.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
        }
        if (field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.LIST).setLogicalType(LogicalType.LIST(new ListType()));
        }
        if (field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.TIMESTAMP_MICROS)
                    .setLogicalType(
                            LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()))));
        }
        return element;
    }

    /** What the format calls a type of the library. */
    static Type physical(PrimitiveTypeName type) {
        return type == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(type.name());
    }
}

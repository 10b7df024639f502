package io.kernelign.data.rows.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The tree of columns, out of the list in which the footer has it. */
final class Schema {

    private final Iterator<SchemaElement> elements;
    private final int deepest;

    private Schema(List<SchemaElement> elements, int deepest) {
        this.elements = elements.iterator();
        this.deepest = deepest;
    }

    /** @throws io.kernelign.data.defect.UnusableInputException the list is no tree, or one that is too deep */
    static MessageType of(List<SchemaElement> elements, int deepest) {
        try {
            var schema = new Schema(elements, deepest);
            var root = schema.next();
            var columns = schema.children(root, 1);
            if (schema.elements.hasNext()) {
                throw Damage.of("more columns than its schema says");
            }
            return new MessageType(String.valueOf(root.getName()), columns);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw Damage.of("a schema that contradicts itself");
        }
    }

    private SchemaElement next() {
        if (!elements.hasNext()) {
            throw Damage.of("fewer columns than its schema says");
        }
        return elements.next();
    }

    private List<Type> children(SchemaElement parent, int depth) {
        if (depth > deepest) {
            throw Damage.unsupported("columns nested deeper than the limit", "at most " + deepest + " levels");
        }
        if (parent.getNum_children() < 1) {
            throw Damage.of("a group of no columns, " + parent.getName());
        }
        var children = new ArrayList<Type>();
        var names = new HashSet<String>();
        for (int i = 0; i < parent.getNum_children(); i++) {
            var child = type(next(), depth);
            if (!names.add(child.getName())) {
                throw Damage.of("two columns " + child.getName());
            }
            children.add(child);
        }
        return children;
    }

    private Type type(SchemaElement element, int depth) {
        var repetition = Type.Repetition.valueOf(element.getRepetition_type().name());
        if (element.isSetType()) {
            var physical = PrimitiveTypeName.valueOf(nameOf(element.getType()));
            return Types.primitive(physical, repetition)
                    .length(element.getType_length())
                    .as(annotation(element))
                    .named(element.getName());
        }
        return Types.buildGroup(repetition)
                .as(annotation(element))
                .addFields(children(element, depth + 1).toArray(Type[]::new))
                .named(element.getName());
    }

    /** What the library calls a type of the format. */
    static String nameOf(org.apache.parquet.format.Type type) {
        return type == org.apache.parquet.format.Type.BYTE_ARRAY ? PrimitiveTypeName.BINARY.name() : type.name();
    }

    /** What its values mean, as far as rows of texts, numbers, lists and structs need it; {@code null} otherwise. */
    private static LogicalTypeAnnotation annotation(SchemaElement element) {
        var logical = element.isSetLogicalType() ? element.getLogicalType() : new LogicalType();
        var converted = element.getConverted_type();
        if (converted == ConvertedType.UTF8
                || converted == ConvertedType.ENUM
                || converted == ConvertedType.JSON
                || logical.isSetSTRING()
                || logical.isSetENUM()
                || logical.isSetJSON()) {
            return LogicalTypeAnnotation.stringType();
        }
        if (converted == ConvertedType.DECIMAL || logical.isSetDECIMAL()) {
            return LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision());
        }
        if (converted == ConvertedType.UINT_32 || converted == ConvertedType.UINT_64) {
            return LogicalTypeAnnotation.intType(converted == ConvertedType.UINT_32 ? 32 : 64, false);
        }
        if (converted == ConvertedType.LIST || logical.isSetLIST()) {
            return LogicalTypeAnnotation.listType();
        }
        if (converted == ConvertedType.MAP || logical.isSetMAP()) {
            return LogicalTypeAnnotation.mapType();
        }
        return null;
    }
}

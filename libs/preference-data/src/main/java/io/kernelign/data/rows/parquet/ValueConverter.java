package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.text.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A text, number or truth value. Dates and times stay the numbers that they are written as. */
final class ValueConverter extends PrimitiveConverter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_DECIMAL = 64;

    private final String path;
    private final RowState state;
    private final Consumer<JsonNode> sink;
    private final boolean isText;
    private final boolean isUnsigned;
    private final int scale;
    private final boolean isDecimal;

    ValueConverter(PrimitiveType type, String path, RowState state, Consumer<JsonNode> sink) {
        this.path = path;
        this.state = state;
        this.sink = sink;
        var annotation = type.getLogicalTypeAnnotation();
        this.isText = annotation instanceof StringLogicalTypeAnnotation;
        this.isUnsigned = annotation instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        this.isDecimal = annotation instanceof DecimalLogicalTypeAnnotation;
        this.scale = annotation instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : 0;
    }

    @Override
    public void addBinary(Binary value) {
        if (state.holds(value.length())) {
            sink.accept(node(value.getBytes()));
        }
    }

    private JsonNode node(byte[] bytes) {
        if (isDecimal && bytes.length > 0 && bytes.length <= LONGEST_DECIMAL) {
            return JSON.numberNode(new BigDecimal(new BigInteger(bytes), scale));
        }
        try {
            return JSON.stringNode(Utf8.decode(bytes, path));
        } catch (BadRowException e) {
            if (isText) {
                state.spoil(e);
            }
            return JSON.binaryNode(bytes);
        }
    }

    @Override
    public void addBoolean(boolean value) {
        add(JSON.booleanNode(value));
    }

    @Override
    public void addInt(int value) {
        addLong(isUnsigned ? Integer.toUnsignedLong(value) : value);
    }

    @Override
    public void addLong(long value) {
        if (isDecimal) {
            add(JSON.numberNode(BigDecimal.valueOf(value, scale)));
        } else if (isUnsigned && value < 0) {
            add(JSON.numberNode(new BigInteger(Long.toUnsignedString(value))));
        } else {
            add(JSON.numberNode(value));
        }
    }

    @Override
    public void addFloat(float value) {
        add(JSON.numberNode(value));
    }

    @Override
    public void addDouble(double value) {
        add(JSON.numberNode(value));
    }

    private void add(JsonNode value) {
        if (state.holds(Long.BYTES)) {
            sink.accept(value);
        }
    }
}

package io.kernelign.metrics.export;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.data.export.parquet.ParquetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A row each. */
final class ParquetPoints implements PointSink {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message point {
              required binary split (STRING);
              required binary name (STRING);
              required int64 step;
              optional double value;
              required int64 at (TIMESTAMP(MICROS,true));
            }
            """);

    private static final List<String> HARDLY_REPEATED = List.of("step", "value", "at");

    private final ParquetFile<MetricPoint> file;

    ParquetPoints(OutputStream out) throws IOException {
        file = new ParquetFile<>(SCHEMA, HARDLY_REPEATED, ParquetPoints::write, out);
    }

    @Override
    public void write(MetricPoint point) throws IOException {
        file.write(point);
    }

    @Override
    public void finish() throws IOException {
        file.finish();
    }

    private static void write(MetricPoint point, RecordConsumer columns) {
        columns.startMessage();
        field(columns, 0, to -> to.addBinary(Binary.fromString(point.split())));
        field(columns, 1, to -> to.addBinary(Binary.fromString(point.name())));
        field(columns, 2, to -> to.addLong(point.step()));
        if (point.value() != null) {
            field(columns, 3, to -> to.addDouble(point.value()));
        }
        field(columns, 4, to -> to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, point.at())));
        columns.endMessage();
    }

    private static void field(RecordConsumer columns, int field, Consumer<RecordConsumer> value) {
        var name = SCHEMA.getFieldName(field);
        columns.startField(name, field);
        value.accept(columns);
        columns.endField(name, field);
    }
}

package io.kernelign.metrics.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kernelign.contracts.MetricPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;

/** A line each, below a head. */
final class CsvPoints implements PointSink {

    private final CsvWriter csv;

    CsvPoints(OutputStream out) {
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, UTF_8));
        csv.writeRecord("split", "name", "step", "value", "at");
    }

    @Override
    public void write(MetricPoint point) {
        csv.writeRecord(
                point.split(),
                point.name(),
                String.valueOf(point.step()),
                point.value() == null ? "" : point.value().toString(),
                point.at().toString());
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}

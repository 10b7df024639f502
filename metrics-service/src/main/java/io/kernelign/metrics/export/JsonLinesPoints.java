package io.kernelign.metrics.export;

import io.kernelign.contracts.MetricPoint;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** An object a line. */
final class JsonLinesPoints implements PointSink {

    private final SequenceWriter json;

    JsonLinesPoints(OutputStream out) {
        json = JsonMapper.shared()
                .writerFor(MetricPoint.class)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .withRootValueSeparator("\n")
                .writeValues(out);
    }

    @Override
    public void write(MetricPoint point) {
        json.write(point);
    }

    @Override
    public void finish() {
        json.close();
    }
}

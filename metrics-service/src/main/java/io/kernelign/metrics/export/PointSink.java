package io.kernelign.metrics.export;

import io.kernelign.contracts.MetricPoint;
import java.io.IOException;

/** A file of points in the making. */
public interface PointSink {

    void write(MetricPoint point) throws IOException;

    /** Writes what is left, so that the file is whole. To be called once, after the last point. */
    void finish() throws IOException;
}

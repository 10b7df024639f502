package io.kernelign.data.export.parquet;

import org.apache.parquet.io.api.RecordConsumer;

/** How records of one kind stand in the columns of their schema. */
@FunctionalInterface
public interface RecordForm<T> {

    /** Writes one record, from the start of its message to the end. */
    void write(T record, RecordConsumer columns);
}

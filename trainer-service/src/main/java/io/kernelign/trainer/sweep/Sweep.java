package io.kernelign.trainer.sweep;

import io.kernelign.contracts.SweepRequest;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.page.Cursor;
import java.time.Instant;

/**
 * The record of a sweep.
 *
 * @param request its spec, every default filled in, and its data sets
 * @param error why it failed; {@code null} otherwise
 */
record Sweep(
        String id,
        String tenant,
        String name,
        SweepRequest request,
        TaskState state,
        String error,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Its place in a listing. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}

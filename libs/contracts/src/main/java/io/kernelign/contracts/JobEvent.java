package io.kernelign.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a job's log.
 *
 * @param id grows with every event of the job
 * @param type for example {@code state}, {@code step}, {@code evaluation}, {@code checkpoint}, {@code warning}
 */
public record JobEvent(long id, Instant at, String type, String message, Map<String, Object> data) {}

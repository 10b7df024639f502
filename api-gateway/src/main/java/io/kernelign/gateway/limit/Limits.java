package io.kernelign.gateway.limit;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/**
 * What a tenant may; each {@code null} for no limit of its own.
 *
 * @param requestsPerMinute at the API, of all callers together
 * @param uploadBytesPerDay of the bodies of uploads
 * @param storedBytes of pairs and artifacts
 * @param unfinishedJobs jobs that have not ended, whether they wait, run or are paused
 */
record Limits(Long requestsPerMinute, Long uploadBytesPerDay, Long storedBytes, Long unfinishedJobs) {

    static final Limits NONE = new Limits(null, null, null, null);

    private static final double MOST = 1e15;

    private static final Field<Double> REQUESTS_PER_MINUTE =
            Field.optional("requestsPerMinute", Types.number(1, 1e6), "Requests at the API, of all callers together.");
    private static final Field<Double> UPLOAD_BYTES_PER_DAY =
            Field.optional("uploadBytesPerDay", Types.number(1, MOST), "Bytes of the bodies of uploads.");
    private static final Field<Double> STORED_BYTES =
            Field.optional("storedBytes", Types.number(1, MOST), "Bytes of pairs and artifacts that are stored.");
    private static final Field<Double> UNFINISHED_JOBS =
            Field.optional("unfinishedJobs", Types.number(1, 1e6), "Jobs that have not ended.");

    private static final ObjectType<Limits> TYPE = ObjectType.of(
            List.of(REQUESTS_PER_MINUTE, UPLOAD_BYTES_PER_DAY, STORED_BYTES, UNFINISHED_JOBS),
            values -> new Limits(
                    whole(values.get(REQUESTS_PER_MINUTE)),
                    whole(values.get(UPLOAD_BYTES_PER_DAY)),
                    whole(values.get(STORED_BYTES)),
                    whole(values.get(UNFINISHED_JOBS))),
            limits -> Map.of());

    private static Long whole(Double value) {
        return value == null ? null : value.longValue();
    }

    /** @throws io.kernelign.input.InvalidInputException for a field that is unknown or out of range */
    static Limits read(Map<String, Object> body) {
        return TYPE.read(body);
    }

    /** These, and where one is missing the other's. */
    Limits orElse(Limits others) {
        return new Limits(
                requestsPerMinute == null ? others.requestsPerMinute : requestsPerMinute,
                uploadBytesPerDay == null ? others.uploadBytesPerDay : uploadBytesPerDay,
                storedBytes == null ? others.storedBytes : storedBytes,
                unfinishedJobs == null ? others.unfinishedJobs : unfinishedJobs);
    }
}

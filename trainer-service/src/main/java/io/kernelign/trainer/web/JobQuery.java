package io.kernelign.trainer.web;

import io.kernelign.contracts.JobState;
import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which jobs to list. */
record JobQuery(JobState state, int limit) {

    private static final Field<JobState> STATE =
            Field.optional("state", Types.constant(JobState.class), "Only jobs in this state.");
    private static final Field<Integer> LIMIT =
            Field.defaulted("limit", Types.integer(1, 100), 20, "At most so many jobs.");
    private static final ObjectType<JobQuery> TYPE = ObjectType.of(
            List.of(STATE, LIMIT),
            values -> new JobQuery(values.get(STATE), values.get(LIMIT)),
            query -> Map.of(LIMIT.name(), query.limit));

    static JobQuery of(String state, int limit) {
        var raw = new HashMap<String, Object>();
        raw.put(STATE.name(), state);
        raw.put(LIMIT.name(), limit);
        return TYPE.read(raw);
    }
}

package io.kernelign.trainer.web;

import io.kernelign.contracts.JobState;
import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/** The query parameter {@code state} of a listing. */
final class StateParameter {

    private static final Field<JobState> STATE =
            Field.required("state", Types.constant(JobState.class), "Only jobs in this state.");
    private static final ObjectType<JobState> TYPE =
            ObjectType.of(List.of(STATE), values -> values.get(STATE), state -> Map.of(STATE.name(), state.json()));

    private StateParameter() {}

    /**
     * @param text {@code null} for jobs in any state
     * @throws InvalidInputException when there is no such state
     */
    static JobState read(String text) {
        return text == null ? null : TYPE.read(Map.of(STATE.name(), text));
    }
}

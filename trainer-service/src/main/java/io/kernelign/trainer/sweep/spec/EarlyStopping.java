package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/** @param patience so many trials in a row that are no better than the best before them end the sweep */
public record EarlyStopping(int patience) {

    private static final Field<Integer> PATIENCE = Field.required(
            "patience",
            Types.integer(1, 1000),
            "So many trials in a row that are no better than the best before them end the sweep.");

    static final ObjectType<EarlyStopping> TYPE = ObjectType.of(
            List.of(PATIENCE),
            values -> new EarlyStopping(values.get(PATIENCE)),
            stopping -> Map.of(PATIENCE.name(), stopping.patience));
}

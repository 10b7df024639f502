package io.kernelign.trainer.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/**
 * What a job leaves beside what every job leaves.
 *
 * @param merged whether the adapter is also merged into the model
 */
public record Export(boolean merged) {

    static final Field<Boolean> MERGED = Field.defaulted(
            "merged",
            Types.flag(),
            false,
            "Whether the job also leaves the model with the adapter merged into it: merged/, a Hugging Face folder in"
                    + " float32, cut into files of at most 5 GB.");

    static final ObjectType<Export> TYPE = ObjectType.of(
            List.of(MERGED),
            values -> new Export(values.get(MERGED)),
            export -> Map.of(MERGED.name(), export.merged()));
}

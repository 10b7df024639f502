package io.kernelign.gateway.openai;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.List;
import java.util.Map;

/**
 * How a job is trained: {@code dpo} with OpenAI's hyperparameters, or {@code dpo_kernels} with the fields of a job.
 *
 * @param hyperparameters of dpo
 * @param fields of dpo_kernels
 * @param unlessSaid fields of a job that has no others of that name
 */
record FineTuningMethod(Hyperparameters hyperparameters, Map<String, Object> fields, Map<String, Object> unlessSaid) {

    private static final String DPO = "dpo";
    private static final String KERNELS = "dpo_kernels";

    private static final Field<Hyperparameters> HYPERPARAMETERS = Field.defaulted(
            "hyperparameters", Hyperparameters.TYPE, Hyperparameters.AUTO, "What differs from the defaults.");

    private static final Field<String> TYPE_NAME =
            Field.required("type", Types.choice(List.of(DPO, KERNELS)), "Which method.");
    private static final Field<Hyperparameters> OF_DPO = Field.defaulted(
            DPO,
            ObjectType.of(List.of(HYPERPARAMETERS), values -> values.get(HYPERPARAMETERS), it -> Map.of()),
            Hyperparameters.AUTO,
            "Settings of method dpo.");
    private static final Field<Map<String, Object>> OF_KERNELS =
            Field.defaulted(KERNELS, new JobFields(), Map.of(), "Settings of method dpo_kernels: fields of a job.");

    static final ObjectType<FineTuningMethod> TYPE = ObjectType.of(
                    List.of(TYPE_NAME, OF_DPO, OF_KERNELS), FineTuningMethod::build, method -> Map.of())
            .checkedBy(FineTuningMethod::check);

    /** An objective that says nothing is plain DPO; a job that says nothing of its objective has it chosen. */
    private static FineTuningMethod build(Values values) {
        var plain = values.get(TYPE_NAME).equals(DPO);
        return new FineTuningMethod(
                values.get(OF_DPO), values.get(OF_KERNELS), plain ? Map.of("objective", Map.of()) : Map.of());
    }

    private static void check(Values values) {
        var other = values.get(TYPE_NAME).equals(DPO) ? OF_KERNELS : OF_DPO;
        if (values.given(other)) {
            values.reject(other, "nothing with type " + values.get(TYPE_NAME));
        }
    }
}

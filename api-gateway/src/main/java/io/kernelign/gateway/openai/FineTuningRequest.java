package io.kernelign.gateway.openai;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job as OpenAI's dialect asks for it.
 *
 * @param validationFile {@code null} for none
 * @param suffix what the job is called; {@code null} for nothing
 * @param seed {@code null} for the default
 */
record FineTuningRequest(
        String model,
        String trainingFile,
        String validationFile,
        String suffix,
        Integer seed,
        FineTuningMethod method,
        Metadata metadata) {

    static final String TRAINING_FILE = "training_file";
    static final String VALIDATION_FILE = "validation_file";

    private static final Field<String> MODEL = Field.required("model", Types.text(500), "A base model.");
    private static final Field<String> TRAINING =
            Field.required(TRAINING_FILE, Types.text(100), "The data set to train on.");
    private static final Field<String> VALIDATION =
            Field.optional(VALIDATION_FILE, Types.text(100), "The data set to evaluate on.");
    private static final Field<String> SUFFIX = Field.optional("suffix", Types.text(200), "What the job is called.");
    private static final Field<Integer> SEED =
            Field.optional("seed", Types.integer(0, Integer.MAX_VALUE), "Of everything that is drawn.");
    private static final Field<FineTuningMethod> METHOD =
            Field.required("method", FineTuningMethod.TYPE, "How it is trained.");
    private static final Field<Metadata> METADATA =
            Field.defaulted("metadata", new Metadata.Type(), Metadata.NONE, "Words of your own.");
    private static final Field<List<String>> INTEGRATIONS =
            Field.optional("integrations", Types.listOf(Types.text(100), 0, 0), "None are there.");

    private static final ObjectType<FineTuningRequest> TYPE = ObjectType.of(
            List.of(MODEL, TRAINING, VALIDATION, SUFFIX, SEED, METHOD, METADATA, INTEGRATIONS),
            FineTuningRequest::build,
            request -> Map.of());

    /** @throws InvalidInputException for whatever is no such request */
    static FineTuningRequest read(Map<String, Object> body) {
        return TYPE.read(body);
    }

    private static FineTuningRequest build(Values values) {
        return new FineTuningRequest(
                values.get(MODEL),
                values.get(TRAINING),
                values.get(VALIDATION),
                values.get(SUFFIX),
                values.get(SEED),
                values.get(METHOD),
                values.get(METADATA));
    }

    /**
     * The same as {@code POST /api/v1/jobs} takes it.
     *
     * @param learningRate the default one
     * @throws InvalidInputException metadata and method both say something of the same field
     */
    Map<String, Object> spec(double learningRate) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("model", model);
        spec.put("dataset", trainingFile);
        if (validationFile != null) {
            spec.put("evalDataset", validationFile);
        }
        if (suffix != null) {
            spec.put("name", suffix);
        }
        spec.putAll(method.fields());
        add(method.hyperparameters().fields(learningRate), spec);
        add(metadata.fields(), spec);
        method.unlessSaid().forEach(spec::putIfAbsent);
        if (seed != null) {
            seed(spec);
        }
        if (!metadata.tags().isEmpty()) {
            spec.put("tags", metadata.tags());
        }
        return spec;
    }

    private static void add(Map<String, Object> fields, Map<String, Object> spec) {
        fields.forEach((name, value) -> {
            if (spec.putIfAbsent(name, value) != null) {
                throw new InvalidInputException(FieldError.unacceptable(
                        "metadata." + Metadata.FIELDS + "." + name, value, "nothing that method says already"));
            }
        });
    }

    /** Training that is no object is the trainer's to refuse. */
    private void seed(Map<String, Object> spec) {
        var training = new LinkedHashMap<String, Object>();
        if (spec.get("training") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> training.put(String.valueOf(name), value));
        } else if (spec.get("training") != null) {
            return;
        }
        training.put("seed", seed);
        spec.put("training", training);
    }
}

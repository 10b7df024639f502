package io.kernelign.trainer.spec;

import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.trainer.model.BaseModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The one declaration of an evaluation's JSON: fields, defaults, ranges and their sentences. */
@Component
public class EvaluationSpecType {

    private static final Field<String> NAME =
            Field.optional("name", Types.text(200), "What people call the evaluation.");
    private static final Field<String> JOB = Field.optional(
            "job",
            Types.text(100),
            "Id of a job, instead of a model: what it has trained is evaluated, its newest checkpoint while it trains.");
    private static final Field<Map<String, String>> TAGS = Field.defaulted(
            "tags", new TagsType(), Map.of(), "Words of your own by which evaluations are found again.");

    private final Field<String> model;
    private final Field<List<BenchmarkSpec>> benchmarks;
    private final ObjectType<EvaluationSpec> type;

    EvaluationSpecType(BaseModels models, BenchmarkSpecType benchmark) {
        model = Field.optional(
                "model",
                new ModelName(models),
                "A base model: a path below the folder of models, or hf:owner/name[@revision].");
        benchmarks = Field.required("benchmarks", benchmark.list(1), "What it is asked, each benchmark at most once.");
        type = ObjectType.of(List.of(NAME, model, JOB, benchmarks, TAGS), this::build, this::plain)
                .checkedBy(this::check);
    }

    private void check(Values values) {
        if (values.given(model) == values.given(JOB)) {
            values.reject(model, "either a model or a job");
        }
    }

    private EvaluationSpec build(Values values) {
        return new EvaluationSpec(
                values.get(NAME), values.find(model), values.find(JOB), values.get(benchmarks), values.get(TAGS));
    }

    private Map<String, Object> plain(EvaluationSpec spec) {
        var plain = new LinkedHashMap<String, Object>();
        if (spec.name() != null) {
            plain.put(NAME.name(), spec.name());
        }
        spec.model().ifPresent(name -> plain.put(model.name(), name));
        spec.job().ifPresent(job -> plain.put(JOB.name(), job));
        plain.put(benchmarks.name(), benchmarks.type().write(spec.benchmarks()));
        plain.put(TAGS.name(), spec.tags());
        return plain;
    }

    /**
     * Reads and checks a spec.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public EvaluationSpec read(Map<String, Object> raw) {
        return type.read(raw);
    }

    /** The spec with every default filled in, as plain JSON data. */
    public Map<String, Object> write(EvaluationSpec spec) {
        return type.write(spec);
    }

    /** JSON Schema of a spec. */
    public Map<String, Object> jsonSchema() {
        return type.jsonSchema();
    }
}

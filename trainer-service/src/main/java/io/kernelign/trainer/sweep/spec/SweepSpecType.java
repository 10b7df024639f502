package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one declaration of a sweep's JSON: fields, defaults, ranges and their sentences. */
@Component
public class SweepSpecType {

    private static final int MOST_DIMENSIONS = 16;
    private static final int MOST_PARALLEL = 256;

    private static final Field<String> NAME = Field.optional("name", Types.text(150), "What people call the sweep.");
    private static final Field<Map<String, Object>> BASE = Field.required(
            "base",
            Json.object("a job, as it would be submitted alone"),
            "A job, as it would be submitted alone; each trial is this job with values of its own in some fields.");
    private static final Field<List<SweptField>> DIMENSIONS = Field.required(
            "dimensions", Types.listOf(SweptFieldType.TYPE, 1, MOST_DIMENSIONS), "The fields that are varied.");
    private static final Field<Metric> METRIC = Field.defaulted(
            "metric", Metric.TYPE, Metric.TYPE.read(Map.of()), "What makes a trial better than another.");
    private static final Field<EarlyStopping> EARLY_STOPPING = Field.optional(
            "earlyStopping", EarlyStopping.TYPE, "Ends the sweep before its last trial once nothing gets better.");

    private final Field<SearchSettings> search;
    private final Field<Integer> parallel;
    private final ObjectType<SweepSpec> type;
    private final int mostJobs;

    SweepSpecType(
            @Value("${kernelign.trainer.sweep-jobs}") int mostJobs, @Value("${kernelign.trainer.slots}") int slots) {
        this.mostJobs = mostJobs;
        search = Field.required("search", SearchSettings.type(mostJobs), "How the values of each trial are chosen.");
        parallel = Field.defaulted(
                "parallel",
                Types.integer(1, MOST_PARALLEL),
                slots,
                "How many trials may be under way at the same time. The trainers' slots decide how many of them train;"
                        + " where scores decide what is tried, fewer at a time know more.");
        type = ObjectType.of(
                List.of(NAME, BASE, DIMENSIONS, search, METRIC, Folds.FIELD, parallel, EARLY_STOPPING),
                this::build,
                this::plain);
    }

    private SweepSpec build(Values values) {
        if (values.given(EARLY_STOPPING) && values.get(search).method().halves()) {
            values.reject(EARLY_STOPPING, "nothing with a search that halves, which stops poor trials itself");
        }
        return new SweepSpec(
                values.get(NAME),
                values.get(BASE),
                values.get(DIMENSIONS),
                values.get(search),
                values.get(METRIC),
                values.find(Folds.FIELD).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                values.get(parallel),
                values.find(EARLY_STOPPING));
    }

    private Map<String, Object> plain(SweepSpec spec) {
        var plain = new LinkedHashMap<String, Object>();
        if (spec.name() != null) {
            plain.put(NAME.name(), spec.name());
        }
        plain.put(BASE.name(), spec.base());
        plain.put(DIMENSIONS.name(), DIMENSIONS.type().write(spec.dimensions()));
        plain.put(search.name(), search.type().write(spec.search()));
        plain.put(METRIC.name(), METRIC.type().write(spec.metric()));
        spec.folds().ifPresent(folds -> plain.put(Folds.FIELD.name(), folds));
        plain.put(parallel.name(), spec.parallel());
        spec.earlyStopping()
                .ifPresent(stopping ->
                        plain.put(EARLY_STOPPING.name(), EARLY_STOPPING.type().write(stopping)));
        return plain;
    }

    /** Most jobs that the trials of one sweep may be. */
    public int mostJobs() {
        return mostJobs;
    }

    /**
     * Reads a spec; whether its trials are jobs is not asked yet.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public SweepSpec read(Map<String, Object> raw) {
        return type.read(raw);
    }

    /** The spec with every default filled in, as plain JSON data. */
    public Map<String, Object> write(SweepSpec spec) {
        return type.write(spec);
    }

    /** JSON Schema of a spec. */
    public Map<String, Object> jsonSchema() {
        return type.jsonSchema();
    }
}

package io.kernelign.trainer.spec;

import io.kernelign.data.split.Fold;
import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one declaration of a fold's JSON. */
public final class FoldType {

    private static final int MOST = 20;

    private static final Field<Integer> OF = Field.required("of", Types.integer(2, MOST), "How many folds there are.");
    private static final Field<Integer> INDEX =
            Field.required("index", Types.integer(0, MOST - 1), "Which of them is held out, from 0.");
    private static final Field<Integer> SEED = Field.defaulted(
            "seed", Types.integer(0, Integer.MAX_VALUE), 0, "Another seed divides the prompts otherwise.");

    static final ObjectType<Fold> TYPE = ObjectType.of(
                    List.of(OF, INDEX, SEED),
                    values -> new Fold(values.get(OF), values.get(INDEX), values.get(SEED)),
                    FoldType::write)
            .checkedBy(FoldType::check);

    private FoldType() {}

    private static void check(Values values) {
        if (values.get(INDEX) >= values.get(OF)) {
            values.reject(INDEX, "a whole number below of, which is " + values.get(OF));
        }
    }

    /** As plain JSON data. */
    public static Map<String, Object> write(Fold fold) {
        var json = new LinkedHashMap<String, Object>();
        json.put(OF.name(), fold.of());
        json.put(INDEX.name(), fold.index());
        json.put(SEED.name(), fold.seed());
        return json;
    }
}

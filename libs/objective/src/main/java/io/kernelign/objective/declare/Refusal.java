package io.kernelign.objective.declare;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A combination that is refused although each of its parts is fine on its own. The check of a configuration and the
 * catalogue both read it from here.
 *
 * @param field what is refused
 * @param accepted what is accepted there instead
 * @param when the other half of the combination, for a person
 * @param why what is wrong with it
 * @param applies whether a configuration is such a combination
 */
public record Refusal(Field<?> field, String accepted, String when, String why, Predicate<Values> applies) {

    /** A field that was given although it would do nothing. */
    public static Refusal ofNoEffect(Field<?> field, String when, Predicate<Values> then) {
        return new Refusal(
                field,
                "nothing",
                when,
                field.name() + " would have no effect",
                values -> values.given(field) && then.test(values));
    }

    /** Rejects every field of the configuration that one of the refusals is about. */
    public static void check(List<Refusal> refusals, Values values) {
        refusals.stream()
                .filter(refusal -> refusal.applies.test(values))
                .forEach(refusal -> values.reject(
                        refusal.field, refusal.accepted + ", because " + refusal.when + " and " + refusal.why));
    }

    /** The catalogue's entry: plain JSON data. */
    public Map<String, Object> describe() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("field", field.name());
        entry.put("when", when);
        entry.put("why", why);
        entry.put("accepted", accepted);
        return entry;
    }
}

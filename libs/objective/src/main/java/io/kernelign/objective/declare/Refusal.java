package io.kernelign.objective.declare;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A combination that is refused although each of its parts is fine on its own. The check of a configuration and the
 * catalogue both read it from here.
 *
 * @param path what is refused: a field of the declared object, or one inside it
 * @param accepted what is accepted there instead
 * @param when the other half of the combination, for a person
 * @param why what is wrong with it
 * @param example a configuration of the declared object that is refused for this alone
 * @param applies whether a configuration is such a combination
 */
public record Refusal(
        List<Field<?>> path,
        String accepted,
        String when,
        String why,
        Map<String, Object> example,
        Predicate<Values> applies) {

    /** Of a field of the declared object itself. */
    public Refusal(
            Field<?> field,
            String accepted,
            String when,
            String why,
            Map<String, Object> example,
            Predicate<Values> applies) {
        this(List.of(field), accepted, when, why, example, applies);
    }

    /** A field that was given although it would do nothing. */
    public static Refusal ofNoEffect(Field<?> field, String when, Map<String, Object> example, Predicate<Values> then) {
        return ofNoEffect(List.of(field), when, example, then);
    }

    /** A field inside others that was given although it would do nothing. */
    public static Refusal ofNoEffect(
            List<Field<?>> path, String when, Map<String, Object> example, Predicate<Values> then) {
        return new Refusal(
                path,
                "nothing",
                when,
                path.get(path.size() - 1).name() + " would have no effect",
                example,
                values -> values.given(path) && then.test(values));
    }

    /** Rejects every field of the configuration that one of the refusals is about. */
    static void check(List<Refusal> refusals, Values values) {
        refusals.stream()
                .filter(refusal -> refusal.applies.test(values))
                .forEach(refusal -> values.reject(
                        refusal.path, refusal.accepted + ", because " + refusal.when + " and " + refusal.why));
    }

    /** Names from the declared object to what is refused, dotted. */
    public String field() {
        return path.stream().map(Field::name).collect(Collectors.joining("."));
    }

    /** The catalogue's entry: plain JSON data. */
    Map<String, Object> describe() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("field", field());
        entry.put("when", when);
        entry.put("why", why);
        entry.put("accepted", accepted);
        entry.put("example", example);
        return entry;
    }
}
